import { describe } from 'node:test';
import { comesOutAs, stays } from '../support/inEveryPlace.ts';

describe('a table with a column that is called like a secret', () => {
  comesOutAs([
    ['user,password\njo,hunter2\nal,x\n', 'user,password\njo,TOKEN-1\nal,TOKEN-2\n'],
    ['user,password\r\njo,hunter2\r\n', 'user,password\r\njo,TOKEN-1\r\n'],
    ['user;api_key;city\njo;abc;Rome', 'user;api_key;city\njo;TOKEN-1;Rome'],
    ['user\tpin\tcity\njo\t1234\tHaifa\nal\t\tRome', 'user\tpin\tcity\njo\tTOKEN-1\tHaifa\nal\t\tRome'],
    ['"user","password"\n"jo","a,b"\n"al","x y"', '"user","password"\n"jo","TOKEN-1"\n"al","TOKEN-2"'],
    ['id,password\n"1","multi\nline"\n2,z', 'id,password\n"1","TOKEN-1"\n2,TOKEN-2'],
    ['user,password\njo,hun,ter2', 'user,password\njo,TOKEN-1'],
    ['password,user\nhunter2,jo', 'password,user\nTOKEN-1,jo'],
    ['\uFEFFid,Api Key\n1,abc', '\uFEFFid,Api Key\n1,TOKEN-1'],
    [
      '| user | password |\n|:---|---:|\n| jo | hunter2 |\n| al | a\\|b |\n\nafter | b',
      '| user | password |\n|:---|---:|\n| jo | TOKEN-1 |\n| al | TOKEN-2 |\n\nafter | b',
    ],
    ['user | password\n--- | ---\njo | hunter2', 'user | password\n--- | ---\njo | TOKEN-1'],
    ['| password |\n|---|\n| hunter2 |', '| password |\n|---|\n| TOKEN-1 |'],
    [
      '+---+-----+\n| id | token |\n+---+-----+\n| 1 | abc |\n+---+-----+',
      '+---+-----+\n| id | token |\n+---+-----+\n| 1 | TOKEN-1 |\n+---+-----+',
    ],
    ['│ id │ token │\n├────┼───────┤\n│ 1 │ abc │', '│ id │ token │\n├────┼───────┤\n│ 1 │ TOKEN-1 │'],
    ['Users:\n\nuser,password\njo,hunter2\n\nThe end, ok', 'Users:\n\nuser,password\njo,TOKEN-1\n\nThe end, ok'],
    // Names of fields in one column, their values in another.
    ['name,value\npassword,hunter2\ncity,Haifa', 'name,value\npassword,TOKEN-1\ncity,Haifa'],
    [
      '| Field | Value |\n|--|--|\n| password | x |\n| city | Rome |',
      '| Field | Value |\n|--|--|\n| password | TOKEN-1 |\n| city | Rome |',
    ],
    ['password,hunter2\ncity,Haifa', 'password,TOKEN-1\ncity,Haifa'],
    ['api_key\tabcd1', 'api_key\tTOKEN-1'],
    ['user,Password (plain)\njo,hunter2', 'user,Password (plain)\njo,TOKEN-1'],
    [
      "INSERT INTO u (name, password) VALUES ('jo', 'hun''ter2'), ('al', 'x')",
      "INSERT INTO u (name, password) VALUES ('jo', 'TOKEN-1'), ('al', 'TOKEN-2')",
    ],
    // Lists of rows.
    ['[["user","password"],["jo","hunter2"],["al","x"]]', '[["user","password"],["jo","TOKEN-1"],["al","TOKEN-2"]]'],
    ['[["password","user"],["x1","jo"]]', '[["password","user"],["TOKEN-1","jo"]]'],
    ['{"columns":["user","pin"],"rows":[["jo",1234]]}', '{"columns":["user","pin"],"rows":[["jo","TOKEN-1"]]}'],
    [
      '{"columns":[{"name":"user"},{"name":"password"}],"rows":[["jo","x"]]}',
      '{"columns":[{"name":"user"},{"name":"password"}],"rows":[["jo","TOKEN-1"]]}',
    ],
  ]);
  stays([
    'a password,x\nfoo, bar',
    'user,city\npassword is fine,Rome',
    'Bring your passport, password\n\nand your token, please',
    'user,password\n',
    'Please give your name, then your password\nThank you',
    'token_type,expires_in\nbearer,3600',
    '[["en","password","Enter"],["de","Passwort","Eingeben"]]',
    '[["user","city"],["jo","Rome"]]',
    '{"fields":["name","token"],"errors":["missing","expired"]}',
  ]);
});

describe('a name and a secret in a list', () => {
  comesOutAs([
    ['["password","hunter2x"]', '["password","TOKEN-1"]'],
    ['["password","x"]', '["password","TOKEN-1"]'],
    ['("password","x")', '("password","TOKEN-1")'],
    ["('api_key', 'abc')", "('api_key', 'TOKEN-1')"],
    ['[["api_key","abc"],["city","Haifa"]]', '[["api_key","TOKEN-1"],["city","Haifa"]]'],
    ['["pin",1234]', '["pin","TOKEN-1"]'],
    ['["user","jo","password","hunter2x"]', '["user","jo","password","TOKEN-1"]'],
    ['["password","password1"]', '["password","TOKEN-1"]'],
    ['got ["password","hunter2"] back', 'got ["password","TOKEN-1"] back'],
    ['(password "x")', '(password "TOKEN-1")'],
    ['((password "x") (city "y"))', '((password "TOKEN-1") (city "y"))'],
    ['(password . "x")', '(password . "TOKEN-1")'],
    ['setItem("password", "hunter2x")', 'setItem("password", "TOKEN-1")'],
    ['{:password, "hunter2x"}', '{:password, "TOKEN-1"}'],
    ["('password', b'hunter2x')", "('password', b'TOKEN-1')"],
    ['[password, hunter2x]', '[password, TOKEN-1]'],
    ['SET password hunter2x', 'SET password TOKEN-1'],
    ['password → hunter2x', 'password → TOKEN-1'],
  ]);
  stays([
    '["password","username"]',
    '["password","email","name"]',
    '["password","required"]',
    '["pass","fail"]',
    '["auth","billing"]',
    '["Authorization","Content-Type"]',
    '["token",1500]',
    '["password1","password2"]',
    '["name","email","password","city"]',
    '(password field "x")',
    '(token "expired")',
    'put("password", "required")',
    'GPIO pin 17 and pin GPIO17',
    '(see "password" and "user")',
  ]);
});

describe('a secret in a sentence', () => {
  comesOutAs([
    ['password is hunter2x', 'password is TOKEN-1'],
    ['The password is hunter2.', 'The password is TOKEN-1.'],
    ['my PIN is 1234', 'my PIN is TOKEN-1'],
    ['my PIN is 12 34', 'my PIN is TOKEN-1'],
    ['my pin is one two three four', 'my pin is TOKEN-1'],
    ['the token: x', 'the token: TOKEN-1'],
    ['passcode was x9z', 'passcode was TOKEN-1'],
    ['my password is sunshine', 'my password is TOKEN-1'],
    ["the password's hunter2", "the password's TOKEN-1"],
    ['the API key is "abc def", ok', 'the API key is "TOKEN-1", ok'],
    ['PIN for the account is 4711', 'PIN for the account is TOKEN-1'],
    ['The password has been changed to Hunter!2', 'The password has been changed to TOKEN-1'],
    ['Your verification code: 482913', 'Your verification code: TOKEN-1'],
    ['PIN 1234', 'PIN TOKEN-1'],
    ['482913 is your verification code', 'TOKEN-1 is your verification code'],
    ['Use 482913 as your login code.', 'Use TOKEN-1 as your login code.'],
    ['Mein Passwort ist Sommer24', 'Mein Passwort ist TOKEN-1'],
    ['Invalid password hunter2x for jo', 'Invalid password TOKEN-1 for jo'],
    ['パスワードはhunter2です', 'パスワードはTOKEN-1です'],
    ['мой пароль hunter2', 'мой пароль TOKEN-1'],
    ['mi contraseña es gato123', 'mi contraseña es TOKEN-1'],
    ['mon mot de passe est soleil9', 'mon mot de passe est TOKEN-1'],
  ]);
  stays([
    'password is required',
    'password is wrong',
    'my password is wrong',
    'my password is not working',
    'the PIN is 4 digits long',
    'a token is 512 bytes',
    'Password is 8 characters',
    'the token is JWT',
    'the password is SHA256 hashed',
    'password is case-sensitive',
    'the password is in the mail',
    'The token was expired/revoked.',
    'the status code is 404',
    'the code is 1234',
    'my name is 4711',
    'the password is the user_name',
    'the token is access_token',
    'Is the password "required"?',
    'the PIN was 3 times wrong',
    'password is 100% safe',
    'the secret is out',
    'the pass is 500 m long',
    'security answer is required',
  ]);
});

describe('groups of a number that other marks join', () => {
  comesOutAs([
    ['447700~900~123', 'CALLER-1'],
    ['+44*7700*900123', 'CALLER-1'],
    ['555*123*4567', 'CALLER-1'],
    ['0770~090~0123', 'CALLER-1'],
    ['+44|7700|900123', 'CALLER-1'],
    ['+44:7700:900123', 'CALLER-1'],
    ['+44 [7700] 900123', 'CALLER-1'],
    ['447700900123~447700900124', 'CALLER-1~CALLER-2'],
  ]);
  stays([
    '+10% | 2021 | 2022',
    '+1: 20; 30',
    '1920*1080*1000',
    '1000~2000',
    '100000~200000',
    '1*2*3*4*5*6*7*8*9*10',
    '12345 * 67890',
    '2021~2022',
  ]);
});
