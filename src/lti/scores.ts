/** The score call of a line item (AGS 2.0 §3.4): `/scores` goes before the query, which Moodle uses (`?type_id=1`). */
export function scoreUrl(lineItemUrl: string): string {
  const url = new URL(lineItemUrl);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/scores`;
  return url.href;
}

/** A full score for a finished step, as compact JSON: Moodle hides errors of pretty-printed bodies (moodle §5.4). */
export function scoreBody(userId: string, timestamp: Date): string {
  return JSON.stringify({
    userId,
    timestamp: timestamp.toISOString(),
    scoreGiven: 1,
    scoreMaximum: 1,
    activityProgress: 'Completed',
    gradingProgress: 'FullyGraded',
  });
}
