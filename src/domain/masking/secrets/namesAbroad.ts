/** What a secret is called in other languages, whatever stands in front: they write words together, some without any blank. */
const joined = [
  '(?:passw(?:or)?t|kennwort|geheimnis|geheimzahl|geheimnummer|(?:sicherheits|zugangs|zugriffs|pr(?:ü|ue)f)code|zugangstoken|(?:api|geheim(?:er|e|en)?|zugangs|privat(?:er|en)?|sicherheits)_?schl(?:ü|ue)ssel)(?:_?hash)?',
  'm_?tan|wachtwoord|toegangscode|beveiligingscode|(?:api|toegangs|geheime|priv[eé])_?sleutel|wagwoord',
  'l[oö]senord|passord|adgangskode|kodeord|engangskode|s[aä]kerhetskod|sikkerhe[dt]skode|(?:hemlig|hemmelig|privat|api)_?n(?:yckel|ø[kg]kel|øgle)',
  'salasan[ao]|tunnusluku|turvakoodi|salasõna|parool|jelsz[oó]|jelszav\\p{L}*|(?:api|titkos)_?kulcs|şifre(?:si|m|niz)?|sifre(?:si)?|(?:api|gizli)_?anahtar[ıi]?',
  'пароль|пароля|парола|токен|секрет|лозинка|密码|密碼|口令|密钥|密鑰|秘钥|令牌|验证码|驗證碼|校验码|パスワード|暗証番号|秘密鍵|トークン|認証コード|確認コード|合言葉',
  '비밀번호|암호|패스워드|토큰|인증번호|인증키|비밀키|סיסמה|סיסמא|סיסמתי|אסימון|รหัสผ่าน|รหัสลับ|پسورد|گذرواژه',
];

/** And words by themselves; where one is a word of something else too, with what makes it a secret's. */
const apart = [
  'mot_?de_?passe|mdp|jeton(?:_d?_?acc[eè]s)?|cl[eé]_(?:d_?)?(?:api|secr[eè]te|priv[eé]e|acc[eè]s)|code_(?:secret|confidentiel|(?:d_?|de_)?(?:acc[eè]s|s[eé]curit[eé]|v[eé]rification))',
  'contrase[nñ]a(?:_\\p{L}+)?|clave_(?:de_)?(?:api|secreta|privada|acceso)|palabra_secreta|token_(?:de_)?(?:acceso|acesso|accesso)|c[oó]digo_(?:secreto|(?:de_)?(?:seguridad|verificaci[oó]n|acceso|seguran[cç]a|acesso|verifica[cç][aã]o))',
  'senha(?:_\\p{L}+)?|palavra_passe|chave_(?:de_)?(?:api|secreta|privada|acesso)|parola(?:_chiave|_d_?ordine)?|chiave_(?:di_)?(?:api|segreta|privata|accesso)|codice_(?:segreto|pin|(?:di_)?(?:sicurezza|accesso|verifica))',
  'has[lł]o(?:_\\p{L}+)?|klucz_(?:api|prywatny|dost[eę]pu)|kod_(?:pin|dost[eę]pu|weryfikacyjny)|heslo|(?:api|tajn[yý]|soukrom[yý])_kl[ií][cč]|geslo|zaporka|lozinka|paroli?|parolă|slapta[zž]odis',
  'κωδικ[οό]ς(?:_\\p{L}+)?|συνθηματικ[οό]|парол|(?:новый|старый)_пароль|пароль_\\p{L}+|(?:секретный|приватный|закрытый|api)_ключ|пин(?:_?код)?|код_(?:подтверждения|доступа|безопасности)',
  'קוד_(?:סודי|גישה|אימות|אישי)|הסיסמה|كلمة_(?:المرور|السر)|(?:ال)?رقم_(?:ال)?سري|رمز_(?:التحقق|الدخول|المرور|السر|عبور)|مفتاح_(?:api|سري)|کلمه_عبور',
  'पासवर्ड|पिन|गुप्त_कोड|mật_khẩu|mat_?khau|mã_(?:pin|bảo_mật|xác_(?:thực|nhận))|kata_?(?:sandi|laluan)|nenosiri',
  // Numbers by which a state knows a person.
  'cpf|cnpj|curp|dni|nif|nino|aadhaa?r|pesel|bsn|cpr_?(?:number|nummer)?|personnummer|f[oø]dselsnummer|codice_fiscale|steuer_?(?:id|nummer)|sozialversicherungsnummer|teudat_zehut|driv(?:ers?|ing)_licen[cs]e(?:_(?:number|no))?',
];

/** As the end of a secret's name is written in other languages than English. */
export const endAbroad = `(?:^|_)(?:${apart.join('|')})|\\p{L}*(?:${joined.join('|')})`;

/** Something of every such name: tells most texts and names apart at once. First those of ASCII's letters alone. */
export const signAbroad =
  'cle_|m.?tan|kennwort|geheim|mdp|jeton|contrase|clave|codig|codice|senha|palavra|palabra|chave|chiave|parol|wachtwoord|wagwoord|sleutel|senord|adgang|kodeord|engangs|rhetskod|skode|nyckel|salasan|tunnuslu|turvak|haslo|klucz|kulcs|heslo|jelsz|ifre|anahtar|geslo|zaporka|lozinka|slapta|schl(?:ue|.)ss|matkhau|mat_khau|laluan|sandi|nenosiri|' +
  'fiscale|steuer|sozialvers|aadha|pesel|personn|dselsn|teudat|licen[cs]e|cpr_?n';
export const signOfOtherLetters =
  /passe|cl[éÉ]|c[óÓ]dig|has[łŁ]|m[ãÃ]|nøg|nøk|kl[íÍ][cčČ]|slapt|salas|parolă|κωδ|συνθ|парол|токен|секрет|ключ|лозин|密[码碼钥鑰]|口令|秘[钥密]|令牌|[验驗校][证證验]码|驗證碼|パスワード|暗証|トークン|コード|合言葉|비밀|암호|패스|토큰|인증|סיסמ|קוד|פין|אסימון|كلمة|کلمه|رقم|رمز|مفتاح|پسور|گذروا|पासव|पिन|कोड|รหัส|mật|пин|код/iu;

/** Those that are too short to be sought as parts of words. */
export const shortName = /(?:^|[^a-z])(?:cpf|cnpj|curp|dni|nif|nino|bsn|cpr)(?![a-z])/i;
