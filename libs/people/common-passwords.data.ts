/**
 * Passwords that guessing begins with, eight characters or more, Danish ones among them. Each also stands for its
 * spellings with digits and marks behind ("sommer2026!"): see password.rules.ts. Compiled by hand from what is widely
 * known to be common.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `12345678 123456789 1234567890 0123456789 87654321 987654321 11111111 00000000 12341234 11223344 12121212 88888888
  1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 qazwsxedc zaq12wsx q1w2e3r4 qwertyui qwertyuiop qwerty qwerty123 asdfghjk
  asdfghjkl zxcvbnm asdf1234 abcd1234 abc12345 abcdefgh abcdefghi aa123456 a1b2c3d4 password passw0rd p@ssword
  p@ssw0rd pa55word password1 mypassword letmein welcome iloveyou sunshine princess football baseball superman batman
  starwars trustno1 whatever computer internet samsung liverpool chelsea arsenal barcelona manchester michael jennifer
  charlie dragon master monkey shadow hello freedom secret changeme default administrator admin root test testtest
  guest login access abc123 pokemon minecraft butterfly chocolate
  adgangskode adgangskode1 kodeord kodeordet hemmelig hemmeligt velkommen velkommen1 goddag godmorgen danmark danmark1
  københavn kobenhavn koebenhavn aarhus århus odense aalborg ålborg esbjerg randers kolding horsens vejle roskilde
  brøndby brondby fckøbenhavn fckobenhavn agf sommer vinter efterår efteraar forår foraar januar februar marts april
  maj juni juli august september oktober november december mandag tirsdag onsdag torsdag fredag lørdag søndag
  fodbold håndbold haandbold elsker elskerdig jegelskerdig skatter skattepige skatmus kærlighed kaerlighed familie
  mormor morfar farmor farfar jordbær jordbaer rødgrød smørrebrød flødeskum pandekage solskin sommerfugl blomst
  christian mathias frederik sebastian magnus mikkel rasmus kristian caroline cecilie mathilde josefine freja
  jobcenter jobcentret kommune kommunen beskæftigelse indgang borger sagsbehandler konsulent virksomhed arbejde
  ferie ferien julemand juleaften påske paaske fastelavn dronning dronningen margrethe kongen lego legoland tivoli`
    .split(/\s+/)
    .filter(Boolean),
);
