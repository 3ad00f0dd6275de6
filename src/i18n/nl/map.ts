/** De impactmap, haar pagina, en de startpagina van de ontwerper. */
export const map = {
  stage: {
    target_group: 'Doelgroep',
    intervention: 'Interventies',
    capability: 'Bekwaamheden',
    work_behaviour: 'Werkgedrag',
    success_indicator: 'Indicatoren succesvol werkgedrag',
    operational_goal: 'Operationele doelen',
    strategic_goal: 'Strategische doelen',
  },
  question: {
    target_group: 'Wie gaat iets leren?',
    intervention: 'Welke formele en informele leervormen kies je?',
    capability: 'Welke vaardigheden wil je versterken?',
    work_behaviour: 'Wat doen medewerkers beter of anders in hun job na het leermoment?',
    success_indicator: 'Met welke concrete resultaten kan je meten of het leermoment impact heeft?',
    operational_goal: 'Welke concrete doelen wil je bereiken als team of organisatie?',
    strategic_goal: 'Hoe helpt leren om je strategische doelen te halen?',
  },
  picture: {
    label:
      'De impactmap in zeven stappen, van wie leert tot de strategische doelen. Je leest haar hier pad na pad, telkens door één werkgedrag.',
    scroll: 'De impactmap. Schuif opzij om alle stappen te zien.',
    stages: 'De zeven stappen en hun vragen',
    path: 'Pad {{now}} van {{total}}: {{behaviour}}',
    rest: 'Nog op geen enkel pad',
    leadsTo: 'Leidt tot: {{items}}',
    hint: 'Kies een vak om te zien waarop het steunt en waartoe het leidt.',
  },
  paths: {
    title: 'De impactmap, pad na pad',
    behaviour: 'Werkgedrag {{now}} van {{total}}',
    rest: 'Nog op geen enkel pad',
    questions: 'De vraag achter elke stap',
  },
  chosen: {
    title: 'Het pad dat je koos',
    clear: 'Toon de hele impactmap',
    rises: 'Goed om te weten: dit cijfer stijgt eerst en daalt dan pas. Een stijging in de eerste maanden is een goed teken.',
  },
  page: {
    lead: 'Van leren, via wat mensen doen op het werk, naar waar het toe dient.',
  },
  explain: {
    title: 'Wat is deze impactmap?',
    lead: 'Deze opleiding wil iets veranderen in je dagelijkse werk. De impactmap laat zien wat, en waarom dat telt.',
    read: 'Links: wie leert, hoe, en waar je beter in wordt. Rechts: de doelen waar het toe dient.',
    heart: 'In het midden, in kleur: wat je nadien doet op het werk, en waaraan je merkt dat het lukt. Dat is het hart van de impactmap.',
    choose: 'Kies een vak. Het hele pad licht op, van het leren tot het doel.',
    later: 'Op het einde van de opleiding kies je er zelf iets uit om te proberen. Jij beslist; niemand geeft je een cijfer.',
  },
  moment: {
    finish: {
      title: 'Klaar met de opleiding?',
      text: 'Kies dan wat je op het werk wilt proberen. Dat duurt ongeveer drie minuten.',
      button: 'Ik heb de opleiding afgerond',
    },
    state: {
      title: 'Je hebt de opleiding afgerond. Wat ga je proberen?',
      text: 'Kies een tot drie gedragingen uit de impactmap, of iets van jezelf. Ongeveer drie minuten; tussendoor stoppen mag.',
      button: 'Geef je voornemen aan',
    },
    stated: {
      title: 'Je voornemen is bewaard',
      text: 'Je plan, en wanneer we vragen hoe het gaat, vind je op je eigen pagina.',
      button: 'Je plan',
    },
    left: {
      title: 'Je liet weten dat er nu niets past',
      text: 'Dat is prima, en goed om te weten. Past er later toch iets, dan vind je de impactmap altijd hier terug.',
      button: 'Je eigen pagina',
    },
  },
  notReady: {
    title: 'Nog niet klaar',
    text: 'De makers van deze opleiding kiezen nog wat je hier te zien krijgt.',
    more: 'Je hoeft niets te doen. Open deze activiteit later nog eens.',
  },
  template: {
    legend: 'Kies een impactmap om mee te starten',
    hint: 'Elk is een volledig voorbeeld, in het Nederlands en het Engels. Je opleiding krijgt een eigen kopie.',
    behaviours: 'Werkgedrag in deze impactmap',
    error: 'Kies een van de vier impactmaps.',
  },
  start: {
    title: 'Start',
    lead: 'Hoe deze opleiding ervoor staat, en wat nu volgt.',
    map: {
      title: 'De impactmap van deze opleiding',
      none: 'Deze opleiding heeft nog geen impactmap. Tot je er een kiest, zien deelnemers een vriendelijk "nog niet klaar".',
      has: 'Deze opleiding heeft de impactmap "{{title}}", gepubliceerd op {{date}}.',
      counts: '{{behaviours}} gedragingen, {{indicators}} indicatoren. De kopie is van jouw opleiding.',
      open: 'Bekijk de impactmap',
      preview: 'Doorloop alles als deelnemer',
      choose: 'Gebruik deze impactmap',
      change: 'Kies een andere impactmap',
      changeHint: 'Dat kan nog: niemand gaf er al een voornemen bij aan.',
      fixed: 'Deelnemers kozen al uit deze impactmap. Daarom blijft ze.',
    },
    view: {
      title: 'Wat deze activiteit toont',
      unset: 'Deze activiteit is bewaard zonder keuze. Kies wat deelnemers zien als ze haar openen.',
      legend: 'Als een deelnemer deze activiteit opent',
      map: 'Toon de impactmap',
      mapHint: 'De hele opleiding open. Zet haar bovenaan.',
      intention: 'Vraag naar een voornemen',
      intentionHint: 'Wie haar opent, heeft de opleiding afgerond. Zet haar op het einde, en beperk de toegang tot de rest voltooid is.',
      error: 'Kies wat deze activiteit toont.',
      button: 'Bewaren',
      isMap: 'Deze activiteit toont de impactmap.',
      isIntention: 'Deze activiteit vraagt naar een voornemen.',
      none: 'Je kwam niet vanuit een activiteit van deze opleiding, dus hier valt niets in te stellen.',
    },
    steps: {
      title: 'De volgende klikken in Moodle',
      addIntention:
        'Voeg op het einde van de opleiding een tweede activiteit met deze tool toe, en kies daarin "voornemen". Zonder die activiteit drukken deelnemers onder de impactmap op "Ik heb de opleiding afgerond".',
      restrict:
        'Voeg in de instellingen van de voornemen-activiteit, bij "Beperk toegang", "Activiteitsvoltooiing" toe voor de laatste activiteiten van de opleiding. Zo gaat ze open als de rest voltooid is.',
      complete:
        'Kies in dezelfde instellingen, bij "Voltooiingsvoorwaarden", voor "Voeg vereisten toe" en vink "Een cijfer behalen" aan. Ze is voltooid als de deelnemer een voornemen verstuurde, of liet weten dat er niets past.',
      addMap:
        'Voeg bovenaan de opleiding een activiteit met deze tool toe, en kies daarin "impactmap", zodat deelnemers zien waar de opleiding toe leidt.',
      all: 'Beide activiteiten staan in deze opleiding. Met de laatste twee klikken werken ze samen:',
    },
    waiting: {
      title: 'Wat nog wacht',
      none: 'Er wacht niets.',
      noMap: 'Deelnemers wachten op een impactmap.',
      noConnection:
        'Er kunnen nog geen berichten weg: deze Moodle is niet verbonden. Er gaat niets verloren. Wat aan de beurt is, wacht, en komt als de deelnemer opnieuw een activiteit van deze tool opent. Vraag het aan je Moodle-beheerder.',
      noConnectionAdministrator:
        'Er kunnen nog geen berichten weg: deze Moodle is niet verbonden. Er gaat niets verloren. Wat aan de beurt is, wacht, en komt als de deelnemer opnieuw een activiteit van deze tool opent.',
      stopped:
        'De berichten liggen stil: de verbinding met Moodle vraagt aandacht. Er gaat niets verloren; ze wachten. Vraag het aan je Moodle-beheerder.',
      stoppedAdministrator: 'De berichten liggen stil: de verbinding met Moodle vraagt aandacht. Er gaat niets verloren; ze wachten.',
      platform: 'Open de platformpagina',
    },
    report: {
      title: 'Het rapport',
      none: 'Er zijn nog geen cijfers. Ze verschijnen in groepjes, vanaf {{group}} mensen, zodat niemand te herkennen is.',
      has: 'De jongste cijfers zijn van {{date}}.',
      open: 'Open het rapport',
    },
  },
};
