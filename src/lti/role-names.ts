const VOCABULARY = 'http://purl.imsglobal.org/vocab/lis/v2/';
const MEMBERSHIP = `${VOCABULARY}membership#`;

/** What somebody is in the course of a launch. `isAdministrator`: of the whole platform (decisions.md 25). */
export interface LaunchRole {
  role: 'learner' | 'instructor';
  isAdministrator: boolean;
}

/**
 * Roles of a launch, by exact URIs (security.md 0.10): institution roles, sub-roles, short and unknown names give no rights, and
 * nobody is turned away for them. An administrator who is no learner in the course looks at it as an instructor.
 */
export function launchRole(roles: readonly string[]): LaunchRole {
  const isAdministrator = roles.includes(`${VOCABULARY}system/person#Administrator`);
  if (roles.includes(`${MEMBERSHIP}Instructor`)) return { role: 'instructor', isAdministrator };
  const isLearner = roles.includes(`${MEMBERSHIP}Learner`);
  return { role: isAdministrator && !isLearner ? 'instructor' : 'learner', isAdministrator };
}

/**
 * The role of a member in a roster. Moodle writes short names there (`Instructor`), other platforms the full URIs. Null: neither
 * learner nor instructor. A roster's "learner" never overrides what a launch said (decisions.md 26).
 */
export function rosterRole(roles: readonly string[]): 'learner' | 'instructor' | null {
  const names = roles.map((role) => (role.startsWith(MEMBERSHIP) ? role.slice(MEMBERSHIP.length) : role));
  if (names.includes('Instructor')) return 'instructor';
  return names.includes('Learner') ? 'learner' : null;
}
