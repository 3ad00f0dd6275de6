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
};
