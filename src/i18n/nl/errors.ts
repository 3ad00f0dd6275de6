/** Eén tekst per pagina die iemand ziet als iets niet kan; `code` kiest hem, anders de soort. */
export const errors = {
  reference: 'Vraag je om hulp? Noem dan dit nummer: {{id}}',
  'not-found': {
    title: 'We vinden deze pagina niet',
    text: 'Ze is misschien verplaatst, of hoort bij een andere opleiding. Open de activiteit opnieuw vanuit je opleiding.',
  },
  forbidden: {
    title: 'Deze pagina is niet voor jou',
    text: 'Je rol in deze opleiding geeft er geen toegang toe. Is je rol veranderd? Open de activiteit dan opnieuw vanuit je opleiding.',
  },
  unauthenticated: {
    title: 'Open de activiteit even opnieuw',
    text: 'Voor je veiligheid word je na een tijd afgemeld. Open de activiteit opnieuw vanuit je opleiding; wat je bewaarde, staat er nog.',
  },
  invalid: { title: 'Er ontbreekt iets of er klopt iets niet', text: 'Ga terug en kijk na wat je invulde.' },
  conflict: { title: 'Dit is intussen veranderd', text: 'Open de pagina opnieuw om te zien hoe het er nu voor staat.' },
  gone: { title: 'Dit staat niet meer open', text: 'Open de activiteit opnieuw vanuit je opleiding om te zien wat je nu kunt doen.' },
  'too-large': { title: 'Dat is te veel tekst ineens', text: 'Maak de tekst korter en probeer het opnieuw.' },
  'too-many': { title: 'Dat ging iets te snel', text: 'Wacht een minuut en probeer het opnieuw.' },
  unsupported: { title: 'Dit kunnen we niet lezen', text: 'Gebruik het formulier op de pagina.' },
  method: { title: 'Zo kan dit niet geopend worden', text: 'Open de activiteit opnieuw vanuit je opleiding.' },
  upstream: { title: 'Je leeromgeving antwoordde niet', text: 'Probeer het over een paar minuten opnieuw.' },
  unavailable: { title: 'We zijn even niet bereikbaar', text: 'Probeer het over een paar minuten opnieuw. Er gaat niets verloren.' },
  internal: {
    title: 'Er ging iets mis aan onze kant',
    text: 'Het ligt niet aan jou, en wat je bewaarde is niet verloren. Probeer het over een paar minuten opnieuw.',
  },
  csrf: {
    title: 'Open de activiteit even opnieuw',
    text: 'Deze pagina stond te lang open, of werd door iemand anders geopend. Er is niets veranderd.',
  },
  'launch-setup': {
    title: 'Deze activiteit is nog niet gekoppeld',
    text: 'Je leerplatform en deze tool kennen elkaar niet, of niet goed genoeg. Vraag het aan wie je leerplatform beheert.',
  },
  'launch-relaunch': {
    title: 'Open de activiteit opnieuw',
    text: 'Ga terug naar je opleiding en open de activiteit van daaruit. Deze pagina herladen helpt niet.',
  },
  'launch-lms': {
    title: 'We konden niet nagaan waar je vandaan komt',
    text: 'Je leerplatform stuurde iets wat we niet kunnen vertrouwen, dus is er niets geopend. Probeer het nog eens vanuit je opleiding; blijft het zo, meld het dan aan wie het beheert.',
  },
  'launch-anonymous': {
    title: 'We moeten je van anderen kunnen onderscheiden',
    text: 'Je leerplatform zei niet wie je bent. Een verzonnen nummer volstaat, een naam hoeft niet; wie je leerplatform beheert kan dat instellen.',
  },
  'launch-not-offered': { title: 'Dit bieden we hier niet aan', text: 'Je leerplatform vroeg iets wat deze tool niet doet.' },
  'launch-denied': {
    title: 'Dit staat niet voor je open',
    text: 'Je leerplatform of je rol daar opent deze pagina niet. Vraag het je docent als je denkt dat het wel zou moeten.',
  },
  'launch-later': {
    title: 'Je leerplatform antwoordde niet',
    text: 'We konden nu niet nagaan waar je vandaan komt. Wacht even en open de activiteit opnieuw vanuit je opleiding.',
  },
  'launch-no-course': {
    title: 'Open dit vanuit een opleiding',
    text: 'Deze tool hoort bij een opleiding. Ga naar je opleiding en open de activiteit daar.',
  },
  'launch-new-tab': {
    title: 'Ga verder in een nieuw tabblad',
    text: 'Je browser bewaart geen cookies van andere sites binnen een cursuspagina. In een eigen tabblad werkt het wel; dit tabblad mag open blijven.',
  },
  'launch-in-frame-only': {
    title: 'Kiezen lukt niet in deze browser',
    text: 'Bewaar de activiteit zonder te kiezen; kies de impactmap wanneer je de activiteit de eerste keer opent.',
  },
  'registration-link': {
    title: 'Deze registratielink werkt niet meer',
    text: 'Een link werkt één keer, 24 uur lang. Vraag een nieuwe aan wie deze tool beheert.',
  },
  'registration-by-hand': {
    title: 'Plak deze link in je leerplatform',
    text: 'De link is goed. In Moodle: Sitebeheer, Plugins, Externe tool, Tools beheren; plak hem bij ‘URL van de tool’ en kies ‘LTI Advantage toevoegen’.',
  },
  'registration-failed': {
    title: 'De registratie is niet gelukt',
    text: 'Hier is niets veranderd en de link werkt nog: herstel wat er mis is en probeer opnieuw.',
  },
  'deep-linking-over': {
    title: 'Je keuze is al verstuurd',
    text: 'Ga terug naar je opleiding. Wil je opnieuw kiezen, begin dan bij de instellingen van de activiteit.',
  },
};
