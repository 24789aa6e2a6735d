/**
 * Words people write for a sector, with the DB25 division each belongs to. Tried from the top, the first that occurs
 * decides, so the narrow stands above the wide ("byggemarked" before "byg"). Written folded: small letters, ae oe aa.
 */
export const sectorWords: readonly (readonly [word: RegExp, division: string])[] = [
  // words that contain another sector's word, and therefore come first
  [/byggemarked|traelast|farvehandel/, '47'],
  [/genbrugs(plads|station)|affald|renovation|skrald/, '38'],
  [/kloak(?!mester)|spildevand|rensningsanlaeg/, '37'],
  [/restaureringsarbejde/, '43'],
  [/bil(inspektion|syn)|synshal/, '71'],
  [/bil(handel|salg|forhandler)/, '47'],
  [
    /auto(vaerksted|reparation|mekaniker|service|lakering)|mekaniker|bilvaerksted|daekcenter|karrosseri|cykel(smed|reparation|vaerksted)/,
    '95',
  ],
  [/biludlejning|maskinudlejning|materieludlejning|udlejning af (biler|maskiner|materiel)/, '77'],
  [/vikar|rekruttering|bemanding/, '78'],
  [/koereskole|sprogskole|musikskole/, '85'],
  [/bygningsrengoering|rengoering|vinduespuds|ejendomsservice|vicevaert|anlaegsgartner|facility|gaardmand/, '81'],
  [
    /plejehjem|plejecenter|plejebolig|bosted|botilbud|doegninstitution|opholdssted|aeldrecenter|omsorgscenter|institutionsophold/,
    '87',
  ],
  [
    /boernehave|vuggestue|dagpleje|daginstitution|boernehus|fritidsordning|fritidshjem|fritidsklub|sfo\b|hjemmepleje|hjemmehjaelp|vaerested|daghjem|dagcenter|beskyttet vaerksted|social/,
    '88',
  ],
  [/laege|tandlaege|tandpleje|hospital|sygehus|fysioterap|kiroprakt|psykolog|sundhed|jordemoder|klinik|health/, '86'],
  [/dyrlaege|dyreklinik|veterinaer/, '75'],
  // crafts and building
  [
    /vvs|blikkenslag|roerlaeg|elektriker|el-?installat|el-?installation|toemrer|snedkerv|bygningssnedker|murer|maler(?!i)|malerfirma|tagdaek|gulv|glarmester|isoler|kloakmester|nedrivning|stillads/,
    '43',
  ],
  [/entreprenoer|anlaegsarbejde|vejarbejde|asfalt|jordarbejde|brolaeg/, '42'],
  [/bygge|byg\b|byg(nings|firma|mester)|opfoerelse af bygninger|construction|building/, '41'],
  // making things
  [/bageri(?!ud)|bager\b|bagervare|slagteri|mejeri|foedevare(?!but)|konditor|chokolade|food prod/, '10'],
  [/bryggeri|bryghus|drikkevare/, '11'],
  [/tekstil|vaeveri|broderi/, '13'],
  [/systue|syeri|beklaedning(?!s?but)/, '14'],
  [/savvaerk|traevare/, '16'],
  [/trykkeri|bogtryk|grafisk/, '18'],
  [/plast|gummi/, '22'],
  [/beton|glasvaerk|teglvaerk|keramik/, '23'],
  [/smedje|smed\b|metal|maskinforarbejdning|drejer|cnc|svejs|staal/, '25'],
  [/elektronik(?!but|for)/, '26'],
  [/maskin(fabrik|vaerksted|industri|fremstilling|producent)/, '28'],
  [/moebel(fabrik|snedker|produktion)|snedkeri|moebelpolstr/, '31'],
  [/fabrik|industri|produktion(?!sskole)|fremstilling|manufactur/, '32'],
  // growing things
  [
    /gartneri|planteskole|planteform|landbrug|svineavl|kvaegbrug|maelkeproduk|planteavl|minkfarm|stutteri|agricultur|farming/,
    '01',
  ],
  [/skovbrug|skovning|forestry/, '02'],
  [/fiskeri|dambrug/, '03'],
  // selling things
  [/engros|grossist|wholesale/, '46'],
  [
    /supermarked|dagligvare|koebmand|kiosk|butik|detail|genbrug|brugte varer|blomsterhand|toejhandel|boghandel|apotek|tankstation|webshop|moebelhandel|retail|shop\b|store\b/,
    '47',
  ],
  // moving things
  [
    /vognmand|godstransport|fragt|flytte(firma|forret)|taxi|bus(drift|selskab|koersel)|transport|koersel|haulage|trucking/,
    '49',
  ],
  [/lager|pakhus|oplagring|logistik|terminal|spedition|havn\b|warehouse|logistics/, '52'],
  [/postvaesen|postdistr|kurer|pakkepost|bude\b|avisomdeling|courier/, '53'],
  // staying and eating
  [/hotel|hostel|vandrerhjem|campingplads|kro\b|motel|feriecenter|konferencecenter/, '55'],
  [
    /restaur|cafe|kantine|pizz|grill|catering|kaffebar|cafeteria|diner transportable|bar\b|bodega|vaertshus|koekken\b|canteen/,
    '56',
  ],
  // knowing, arranging and serving
  [/skole|gymnasi|undervis|uddannelse|kursus|universitet|hoejskole|education|school/, '85'],
  [/kommune|forvaltning|raadhus|politi\b|forsvar|domstol|beredskab|brandvaes|public admin/, '84'],
  [/software|programmer|it-?(drift|konsulent|service|support)|\bit\b|computer/, '62'],
  [/revis|advokat|bogholder|regnskab/, '69'],
  [/arkitekt|ingenioer/, '71'],
  [/reklame|marketing|markedsfoering/, '73'],
  [/bank|sparekasse|realkredit/, '64'],
  [/forsikring|insurance/, '65'],
  [/ejendom|bolig(selskab|forening|udlejning)|real estate/, '68'],
  [/sikkerhed|vagt(?!i)|security/, '80'],
  [/rejsebureau|turist/, '79'],
  [/callcenter|kontor|administration|office/, '82'],
  [/museum|bibliotek|arkiv|zoo/, '91'],
  [/teater|koncert|kunst|musik/, '90'],
  [/fitness|sport|idraet|svoemme|golf|forlyst|fritid|leisure/, '93'],
  [/forening|menighed|kirke|fagforbund/, '94'],
  [/frisoer|vaskeri|renseri|skoenhed|bedemand|hairdress|laundry/, '96'],
  [/fjernvarme|elforsyning|kraftvaerk|varmevaerk/, '35'],
  [/vandvaerk|vandforsyning/, '36'],
  [/tele(kom|sel)|internetudb/, '61'],
  [/forlag|avis\b|dagblad/, '58'],
  [/film|tv-?produktion/, '59'],
  [/grusgrav|raastof/, '08'],
  [/handel|trade/, '47'],
];
