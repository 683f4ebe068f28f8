import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMask } from '../../../../../src/domain/masking/mask.ts';

const secret = 'abcd1234efgh5678';

const secrets = [
  'apikey api-key API_KEY X-Auth-Token authToken accessToken refresh_token id_token clientSecret secretKey SECRET privateKeyPem',
  'password Password1 userPwd DB_PASS pass_word passPhrase pass_phrase passwordHash pwd_hash keystorePassword storepass rootpw pw',
  'passwort Kennwort mot_de_passe motdepasse contraseña contrasena senha wachtwoord lösenord hasło şifre пароль 密码 パスワード 비밀번호 סיסמה',
  'pin PIN PINs cardPINs pinCode pin_number cardPin cvv2 CVC cvcCode securityCode otpCode oneTimePassword 2fa_code twoFactorCode verificationCode smsCode',
  'auth_code authorizationCode code_verifier device_code client_assertion SAMLResponse csrf X-CSRF-Token _csrf jwt authHeader basicAuth',
  'aws_secret_access_key AccountKey SharedAccessKey connectionString signing_key hmacKey licenseKey x-functions-key x-rapidapi-key',
  'vonageKey vgai_key aiXVgaiKey nexmo_api_secret twilioAuthToken OPENAI_API_KEY x-api-key-v2 apiKey2 priv_key ssh_key xapikey',
  'JSESSIONID PHPSESSID sessionToken Cookie set-cookie X-Hub-Signature credentials creds seed_phrase mnemonic security_answer memorable_word',
  'PGPASSWORD requirepass bindPw wpa_psk psk storageKey deploy_key backup_codes X-Shopify-Hmac-Sha256 connect.sid conn_str mothers_maiden_name',
  'benutzerpasswort Geheimzahl Sicherheitscode mTAN zugangsschlüssel api_schluessel code_acces codeDeSecurite jeton_acces clé_api cle_secrete',
  'contraseña_nueva clave_api código_secreto codigo_seguridad token_acceso senha_atual chave_api codigo_seguranca chiave_api codice_sicurezza',
  'gebruikerswachtwoord toegangscode api_sleutel säkerhetskod hemlig_nyckel kodeord sikkerhetskode tunnusluku klucz_api kullanici_sifresi',
  'api_anahtarı zaporka slaptažodis συνθηματικό токен секретный_ключ код_подтверждения пин-код лозинка 用户密码 密钥 令牌 验证码',
  '秘密鍵 アクセストークン 認証コード 패스워드 토큰 인증번호 קוד_אימות אסימון الرقم_السري رمز_التحقق गुप्त_कोड รหัสลับ matkhau kata_sandi',
  'cpf cliente_dni nif personnummer codice_fiscale steuerId sort_code driversLicense',
  'ssn socialSecurityNumber iban card_number cardNumber passportNumber nationalId tax_id ｐａｓｓｗｏｒｄ contrasen\u0303a',
].flatMap((line) => line.split(' '));

const plain = [
  'token_type passenger compass pinned shipping opinion keyboard monkey author secretary cookiePolicy codec signal keyword primaryKey',
  'partition_key cache_key idempotency-key publicKey session_id session_count passed otpLength max_tokens total_tokens code status_code',
  'code_postal codigo_postal codice_prodotto kod_pocztowy 状态码 错误码 エラーコード код_страны رمز_البلد palabra_clave casino midnight kodak',
  'country_code zip_code answer authorId passport_country card_type taxi_driver panel ibanez_model postcode',
].flatMap((line) => line.split(' '));

describe('what is called', () => {
  for (const name of secrets) {
    it(`${name} is a secret, in JSON, in a text, in an address and in XML`, () => {
      for (const text of [
        JSON.stringify({ [name]: secret }),
        JSON.stringify({ fields: [{ name, value: secret }] }),
        JSON.stringify({ body: JSON.stringify({ [name]: secret }) }),
        `${name}=${secret}`,
        `https://a.example/x?a=1&${encodeURIComponent(name)}=${secret}`,
        ...(/^[a-z_]+$/i.test(name) ? [`<${name}>${secret}</${name}>`] : []),
      ]) {
        assert.ok(!createMask().text(text).includes(secret), createMask().text(text));
      }
    });
  }

  for (const name of plain) {
    it(`${name} is none`, () => {
      const text = JSON.stringify({ [name]: 'a plain value' });
      assert.equal(createMask().text(text), text);
    });
  }
});
