/** Tussen het leerplatform en de eerste pagina: instellen, de uitweg bij weigeringen, en inhoud kiezen. */
export const launch = {
  setup: {
    title: 'Deze tool koppelen aan je leerplatform',
    lead: 'Dit adres is voor leerplatformen, niet voor mensen. Wil je de tool gebruiken, open dan de activiteit in je opleiding.',
    easier:
      'Beheer je het leerplatform? Het makkelijkst gaat het met een registratielink: wie deze tool beheert maakt er een, jij plakt die in de lijst met externe tools, en alles hieronder wordt voor je ingevuld.',
    fieldsTitle: 'Met de hand: neem dit over in je leerplatform',
    fields: {
      toolUrl: 'URL van de tool',
      version: 'LTI-versie',
      keysUrl: 'Publieke sleutelset',
      loginUrl: 'Login-URL (initiate login)',
      redirectUrl: 'Redirect-URI(’s)',
      custom: 'Aangepaste parameters',
      contentUrl: 'URL voor inhoudselectie',
      iconUrl: 'URL van het icoon',
    },
    newWindow: 'Openen de pagina’s niet binnen de opleiding? Kies dan ‘Nieuw venster’ als weergave.',
  },
  newTab: { link: 'Ga verder in een nieuw tabblad' },
  choose: {
    title: 'Zet de impactmap in je opleiding',
    lead: 'Kies wat deelnemers in deze opleiding vinden. Bekijk gerust eerst elke impactmap; een opleiding houdt er één.',
    own: 'De impactmap van deze opleiding',
    activities: 'Welke activiteiten wil je plaatsen?',
    activitiesHint: 'Samen werken ze het best: de impactmap tijdens de opleiding, het voornemen aan het eind.',
    activity: 'Welke activiteit wil je plaatsen?',
    activityError: 'Kies minstens één activiteit.',
    nothing:
      'Je leerplatform neemt hier geen activiteiten aan, dus valt er niets te kiezen. Ga terug en voeg de activiteit toe zonder keuze.',
    place: 'Plaats in de opleiding',
  },
  activity: {
    map: {
      title: 'Impactmap',
      note: 'Waar de opleiding op het werk toe dient, in één beeld. De hele opleiding open.',
      text: 'Zie waar deze opleiding op het werk toe dient: van wat je leert tot wat het verandert.',
    },
    intention: {
      title: 'Mijn voornemen',
      note: 'Wat elke deelnemer op het werk gaat doen. Laat ze pas open gaan als de rest klaar is; ze telt als het einde van de opleiding.',
      text: 'Kies wat je op het werk gaat doen met wat je leerde, en hoe.',
    },
  },
  send: {
    title: 'Terug naar je opleiding',
    text: 'Je keuze gaat nu terug naar de opleiding. Gebeurt er niets, gebruik dan de knop.',
    button: 'Terug naar de opleiding',
  },
};
