import { describe } from 'node:test';
import { comesOutAs, stays } from '../support/inEveryPlace.ts';

describe('a table of text with a column that is called like a secret', () => {
  comesOutAs([
    ['name   password\nbob    hunter2', 'name   password\nbob    TOKEN-1'],
    [
      'NAME     TOKEN           AGE\nbob      abcd1234        5d\nalice    efgh5678        6d',
      'NAME     TOKEN           AGE\nbob      TOKEN-1        5d\nalice    TOKEN-2        6d',
    ],
    [
      'user      password     city\n--------  -----------  --------\njo        hunt er2     New York\nal        swordfish    Rome',
      'user      password     city\n--------  -----------  --------\njo        TOKEN-1     New York\nal        TOKEN-2    Rome',
    ],
    ['  id  api_key\n   1  k9f8a7\n   2  q1w2e3', '  id  api_key\n   1  TOKEN-1\n   2  TOKEN-2'],
    ['password   name\nsunshine   bob', 'password   name\nTOKEN-1   bob'],
    ['     name |     password\n------+---\n bob | hunter2', '     name |     password\n------+---\n bob | TOKEN-1'],
    ['PIN     User\n4321    jo', 'PIN     User\nTOKEN-1    jo'],
    ['user   pin\njo     4321', 'user   pin\njo     TOKEN-1'],
    ['||user||password||\n|jo|hunter2|', '||user||password||\n|jo|TOKEN-1|'],
    ['user|password\njo|hunter2', 'user|password\njo|TOKEN-1'],
    ['user || password\njo || hunter2', 'user || password\njo || TOKEN-1'],
    ['║ user ║ password ║\n╠══╬══╣\n║ jo ║ hunter2 ║', '║ user ║ password ║\n╠══╬══╣\n║ jo ║ TOKEN-1 ║'],
    ['┃ user ┃ token ┃\n┃ jo ┃ hunter2 ┃', '┃ user ┃ token ┃\n┃ jo ┃ TOKEN-1 ┃'],
  ]);
  stays([
    'name   password\n',
    'Enter your name   and password\nThank you   very much',
    'user || password',
    'if (user || password) {\n  return a || b;\n}',
    'Usage: tool [options]   token\n  --help   shows this',
    'step   token   next\n',
    'user      city\njo        Rome',
  ]);
});

describe('a list below a line that names a secret', () => {
  comesOutAs([
    ['pin:\n1234\n5678', 'pin:\nTOKEN-1\nTOKEN-2'],
    ['Passwords:\nhunter2\nsunshine\n\nCities:\nRome', 'Passwords:\nTOKEN-1\nTOKEN-2\n\nCities:\nRome'],
    ['password\nhunter2\n', 'password\nTOKEN-1\n'],
    ['pin\n1234\n5678', 'pin\nTOKEN-1\nTOKEN-2'],
    ['password\n--------\nhunter2\nsunshine', 'password\n--------\nTOKEN-1\nTOKEN-2'],
    ['Password:\n- hunter2\n- sunshine', 'Password:\n- TOKEN-1\n- TOKEN-2'],
    ['Passwords:\n* hunter2\n* sunshine\n', 'Passwords:\n* TOKEN-1\n* TOKEN-2\n'],
    ['Tokens:\n1. abcd1234\n2. efgh5678', 'Tokens:\n1. TOKEN-1\n2. TOKEN-2'],
    ['password:\r\nhunter2', 'password:\r\nTOKEN-1'],
    ['PIN\n====\n4321', 'PIN\n====\nTOKEN-1'],
    ['API keys\n\nk9f8a7x\nq1w2e3r', 'API keys\n\nTOKEN-1\nTOKEN-2'],
  ]);
  stays([
    'Forgot password?\nClick here',
    'Password\n\nThe next line is none of it.',
    'Please give your password\nand then your name',
    'Password\nUsername\nEmail',
    'pin\nlayout',
    'PIN layout:\n1 2 3\n4 5 6',
    'GPIO pin:\n17',
    'tokens:\n1234',
    'Password:\nusername: jo',
  ]);
});

describe('a secret behind a name that says how long it is', () => {
  comesOutAs([
    ['a:1:{s:8:"password";s:7:"hunter2";}', 'a:1:{s:8:"password";s:7:"TOKEN-1";}'],
    ['s:8:"password";s:7:"hunter2";', 's:8:"password";s:7:"TOKEN-1";'],
    ['a:2:{s:4:"name";s:3:"bob";s:3:"pin";i:4321;}', 'a:2:{s:4:"name";s:3:"bob";s:3:"pin";i:TOKEN-1;}'],
    [
      'O:4:"User":2:{s:4:"name";s:3:"bob";s:8:"password";s:9:"a";b;c"d"";}',
      'O:4:"User":2:{s:4:"name";s:3:"bob";s:8:"password";s:9:"TOKEN-1";}',
    ],
    [
      'O:4:"User":1:{s:14:"\u0000User\u0000password";s:7:"hunter2";}',
      'O:4:"User":1:{s:14:"\u0000User\u0000password";s:7:"TOKEN-1";}',
    ],
    ['user|s:2:"jo";password|s:7:"hunter2";', 'user|s:2:"jo";password|s:7:"TOKEN-1";'],
    ['a:1:{s:5:"token";d:12345.5;}', 'a:1:{s:5:"token";d:TOKEN-1;}'],
    ['a:1:{s:5:"token";a:2:{i:0;s:4:"abc1";i:1;s:4:"abc2";}}', 'a:1:{s:5:"token";a:2:{TOKEN-1}}'],
    [
      '*3\r\n$3\r\nSET\r\n$8\r\npassword\r\n$7\r\nhunter2\r\n',
      '*3\r\n$3\r\nSET\r\n$8\r\npassword\r\n$7\r\nTOKEN-1\r\n',
    ],
    [
      '*4\r\n$4\r\nHSET\r\n$2\r\nu1\r\n$3\r\npin\r\n$4\r\n4321\r\n',
      '*4\r\n$4\r\nHSET\r\n$2\r\nu1\r\n$3\r\npin\r\n$4\r\nTOKEN-1\r\n',
    ],
    ['*2\n$4\nAUTH\n$7\nhunter2\n', '*2\n$4\nAUTH\n$7\nTOKEN-1\n'],
    ['*3\r\n$4\r\nAUTH\r\n$2\r\njo\r\n$7\r\nhunter2\r\n', '*3\r\n$4\r\nAUTH\r\n$2\r\njo\r\n$7\r\nTOKEN-1\r\n'],
    ['*2\\r\\n$4\\r\\nAUTH\\r\\n$7\\r\\nhunter2\\r\\n', '*2\\r\\n$4\\r\\nAUTH\\r\\n$7\\r\\nTOKEN-1\\r\\n'],
    ['%1\r\n$8\r\npassword\r\n$8\r\nsunshine\r\n', '%1\r\n$8\r\npassword\r\n$8\r\nTOKEN-1\r\n'],
    ['%1\r\n+pin\r\n:4321\r\n', '%1\r\n+pin\r\n:TOKEN-1\r\n'],
    ['1) "password"\n2) "hunter2"', '1) "password"\n2) "TOKEN-1"'],
  ]);
  stays([
    's:8:"username";s:3:"bob";',
    '*2\r\n$3\r\nGET\r\n$4\r\nname\r\n',
    '$5 and $7\r\nfor the pin\r\n',
    '1) "city"\n2) "Rome"',
    'a:1:{s:8:"password";N;}',
  ]);
});
