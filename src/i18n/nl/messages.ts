/** The words of messages sent through the LMS (decisions.md 13): they never quote a plan. */
export const messages = {
  followUp: {
    question: 'Hoe gaat het met je plan uit {{course}}?',
    effort: '3 minuten, ook als het niet lukte.',
    open: 'Open het in je opleiding',
    stop: 'Antwoord niet op dit bericht; wil je geen berichten meer, open het dan en kies Niet meer vragen.',
  },
};
