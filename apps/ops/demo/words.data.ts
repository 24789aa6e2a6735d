/** What the invented people are called, and what there is to do, by sector. Nobody here exists. */
export const firstNames = ['Anne', 'Bo', 'Camilla', 'Dennis', 'Else', 'Flemming', 'Gitte', 'Hassan', 'Ida', 'Jørgen', 'Karen', 'Lars', 'Mona', 'Niels', 'Olga', 'Preben', 'Rikke', 'Søren', 'Tove', 'Ulla', 'Viggo', 'Yasmin', 'Åse', 'Øjvind'];
export const lastNames = ['Abildtoft', 'Brandsgård', 'Damsbo', 'Egelykke', 'Fruergård', 'Glamhøj', 'Hjortebjerg', 'Kildemose', 'Lindskov', 'Mosevang', 'Nørreskov', 'Overby', 'Pilegren', 'Rønnehave', 'Skovbakke', 'Tvedegård', 'Vindekilde', 'Østergrav', 'Åbrink'];
export const titles = ['Daglig leder', 'Indehaver', 'Driftsleder', 'HR-partner', 'Souschef', 'Værkfører'];

/** What it is, minutes a week, how paid hours may follow. */
export type DemoWork = readonly [tasks: string, minutes: number, path: string];

/** Two kinds of work in each friendly sector. */
export const work: Readonly<Record<string, readonly DemoWork[]>> = {
  agriculture: [['Potte, sortere og pakke planter', 900, 'To timer om ugen efter otte uger, flere i højsæsonen'], ['Luge, vande og holde orden i væksthuset', 720, 'Timer i foråret, når ordrerne er der']],
  industry: [['Pakke færdige varer og mærke kasser', 1200, 'Tre timer om ugen, når pakningen går i normalt tempo'], ['Hjælpe ved klargøring og oprydning i produktionen', 1020, 'Fast formiddag om ugen efter ti uger']],
  construction: [['Holde orden på pladsen og hjælpe med materialer', 1200, 'Løntimer ved større sager'], ['Pakke biler og sortere værktøj om morgenen', 600, 'En time hver morgen efter seks uger']],
  trade: [['Fylde varer op og holde orden i butikken', 900, 'Lørdagstimer efter otte uger'], ['Tage imod varer og prismærke', 720, 'Fire timer om ugen ved varemodtagelsen']],
  transport: [['Plukke og pakke ordrer på lageret', 1200, 'Fem timer om ugen, når pluklisten klares selv'], ['Vaske og klargøre køretøjer', 900, 'Tre timer om ugen efter otte uger']],
  hospitality: [['Hjælpe i køkkenet med grønt og opvask', 900, 'Weekendtimer efter otte uger'], ['Gøre værelser klar og dække borde', 1020, 'Timer i sæsonen fra maj']],
  cleaning: [['Rengøre kontorer sammen med en fast makker', 720, 'Et fast område på fem timer om ugen'], ['Passe grønne områder og rydde sne', 900, 'Tre timer om ugen hele året']],
  education: [['Hjælpe i skolens køkken og ved pedellen', 900, 'To timer om dagen i køkkenet'], ['Holde orden i bøger og lokaler', 600, 'Fire timer om ugen fra nytår']],
  health: [['Gøre klar til patienter og holde orden på lager', 720, 'To formiddage om ugen efter ti uger'], ['Scanne papirer og tage imod i receptionen', 900, 'Afløser i receptionen med løn']],
  care: [['Hjælpe ved måltider og aktiviteter med beboerne', 900, 'Fem timer om ugen i køkkenet'], ['Passe linned og hjælpe med indkøb', 720, 'Tre timer om ugen i vaskeriet']],
  administration: [['Arkivere, scanne og tage imod borgere', 900, 'Timer ved valg og spidsbelastning'], ['Sortere post og klargøre møder', 600, 'Fire timer om ugen efter tre måneder']],
  services: [['Holde orden, hjælpe kunder og pakke', 900, 'Tre timer om ugen efter otte uger'], ['Enkle kontoropgaver i rolige omgivelser', 720, 'Fast eftermiddag med løn efter ti uger']],
};

export const reasons = ['Har prøvet opgaverne før og vil gerne tilbage', 'Bor i nærheden og kan møde om formiddagen', 'Har fået mod på at komme ud igen', 'Ønsker netop denne branche', 'Mangler en plads med en fast makker'];
