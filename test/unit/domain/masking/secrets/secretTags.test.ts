import { describe } from 'node:test';
import { comesOutAs, stays } from '../support/inEveryPlace.ts';

describe('a secret between tags', () => {
  comesOutAs([
    [
      '<table><tr><th>name</th><th>password</th></tr><tr><td>bob</td><td>hunter2</td></tr></table>',
      '<table><tr><th>name</th><th>password</th></tr><tr><td>bob</td><td>TOKEN-1</td></tr></table>',
    ],
    ['<tr><th>password</th></tr><tr><td>hunter2</td></tr>', '<tr><th>password</th></tr><tr><td>TOKEN-1</td></tr>'],
    [
      '<table><thead><tr><td>User</td><td>PIN</td></tr></thead><tbody><tr><td>jo</td><td>4321</td></tr><tr><td>al</td><td>9876</td></tr></tbody></table>',
      '<table><thead><tr><td>User</td><td>PIN</td></tr></thead><tbody><tr><td>jo</td><td>TOKEN-1</td></tr><tr><td>al</td><td>TOKEN-2</td></tr></tbody></table>',
    ],
    [
      '<table><tr><th>password</th><td>hunter2</td></tr><tr><th>city</th><td>Rome</td></tr></table>',
      '<table><tr><th>password</th><td>TOKEN-1</td></tr><tr><th>city</th><td>Rome</td></tr></table>',
    ],
    ['<tr><td>password</td><td>hunter2</td></tr>', '<tr><td>password</td><td>TOKEN-1</td></tr>'],
    [
      '<TABLE BORDER=1>\n<TR>\n<TH>API key\n<TH>Owner\n<TR>\n<TD>k9f8a7x\n<TD>jo\n</TABLE>',
      '<TABLE BORDER=1>\n<TR>\n<TH>API key\n<TH>Owner\n<TR>\n<TD>TOKEN-1\n<TD>jo\n</TABLE>',
    ],
    [
      '<dl><dt>Password</dt><dd>hunter2</dd><dt>City</dt><dd>Rome</dd></dl>',
      '<dl><dt>Password</dt><dd>TOKEN-1</dd><dt>City</dt><dd>Rome</dd></dl>',
    ],
    ['<p>Password: <b>hunter2</b></p>', '<p>Password: <b>TOKEN-1</b></p>'],
    ['<p>Your password is <b>sunshine</b>.</p>', '<p>Your password is <b>TOKEN-1</b>.</p>'],
    ['password is <b>x9</b>', 'password is <b>TOKEN-1</b>'],
    ['password is <b>x</b>', 'password is <b>TOKEN-1</b>'],
    ['Your PIN: <strong>4321</strong>', 'Your PIN: <strong>TOKEN-1</strong>'],
    [
      '<label>Password</label><input type="text" value="hunter2">',
      '<label>Password</label><input type="text" value="TOKEN-1">',
    ],
    ['<input name="password" value="hunter2">', '<input name="password" value="TOKEN-1">'],
    ['<input type="password" value="hunter2">', '<input type="password" value="TOKEN-1">'],
    ['<li>password - hunter2</li>', '<li>password - TOKEN-1</li>'],
    [
      '<span class="k">"password"</span>: <span class="s">"hunter2"</span>',
      '<span class="k">"password"</span>: <span class="s">"TOKEN-1"</span>',
    ],
  ]);
  stays([
    '<table><tr><th>name</th><th>city</th></tr><tr><td>a</td><td>b</td></tr></table>',
    '<tr><td>password</td><td>required</td></tr>',
    '<table><tr><th>Field</th><th>Password</th></tr></table>',
    '<p>The password is <b>required</b>.</p>',
    '<p>password is <i>wrong</i></p>',
    '<label>Password</label><input type="text" value="">',
    '<input type="password" placeholder="Your password">',
    '<p>a <b>pin</b> of a <i>chip</i></p>',
  ]);
});
