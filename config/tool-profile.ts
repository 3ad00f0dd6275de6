/** How the tool introduces itself to a platform (decisions.md 28; issue: dynamic registration). */
export function createToolProfile(publicUrl: string) {
  return {
    name: 'Impact map',
    description: 'What a course is for at work: see the map, state an intention, and tell afterwards what came of it.',
    /** With its port: Moodle compares it with the addresses (moodle §4.3). */
    domain: new URL(publicUrl).host,
    loginUrl: `${publicUrl}/lti/login`,
    launchUrl: `${publicUrl}/lti/launch`,
    deepLinkUrl: `${publicUrl}/lti/deep-link`,
    keysUrl: `${publicUrl}/lti/jwks`,
    logoUrl: `${publicUrl}/assets/logo.svg`,
    scopes: [
      'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
      'https://purl.imsglobal.org/spec/lti-ags/scope/score',
      'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly',
      'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
    ],
    /** Everything works without the name; no e-mail is ever asked for. */
    claims: ['iss', 'sub', 'name'],
    /** Never reuse these names in deep linking: the tool's own win (moodle §1.6). */
    customParameters: { context_history: '$Context.id.history', course_end: '$CourseSection.timeFrame.end' },
  } as const;
}
