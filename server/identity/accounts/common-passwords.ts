/** Words that most guessed passwords are made of. Compared in lower case, also with digits and signs around them. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `password passwort passw0rd p@ssw0rd p@ssword letmein welcome willkommen admin administrator root toor changeme
  changeit secret geheim default guest qwerty qwertz qwertyuiop qwertzuiop azerty asdfgh asdfghjkl zxcvbnm yxcvbnm
  abc abcdef abcdefgh abcdefghij abcdefghijkl abcd qazwsx qazwsxedc iloveyou sunshine princess monkey dragon football
  baseball superman batman starwars trustno master shadow michael jennifer jordan hunter killer pepper ginger
  summer winter spring autumn sommer herbst fruehling frühling company support service helpdesk servicedesk portico
  login user username test testing tester demo example correcthorsebatterystaple correct-horse-battery-staple
  correct horse battery staple 123456789012 1234567890123 1234567890 0123456789 01234567890 012345678901 123456789
  12345678 1234567891011 123123123123 111111111111 000000000000 987654321 9876543210 098765432109 1q2w3e4r5t6y
  1qaz2wsx3edc 1qaz2wsx3edc4rfv q1w2e3r4t5y6 passwordpassword adminadminadmin whatever freedom computer internet
  samsung google facebook microsoft liverpool chelsea arsenal pokemon naruto charlie donald trump jesus christ
  ich liebe dich schatz hallo hallohallo bonjour motdepasse contrasena contraseña senha parola wachtwoord`
    .split(/\s+/)
    .filter(Boolean),
);
