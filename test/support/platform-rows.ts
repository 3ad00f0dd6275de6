import type { NewPlatform, Platform } from '../../src/usecases/ports/platforms.js';
import type { TestServices } from './test-services.js';

/** Stores a platform; override what the test is about. */
export function addPlatform(services: Pick<TestServices, 'database'>, overrides: Partial<NewPlatform> = {}): Promise<Platform> {
  const platform: NewPlatform = {
    name: 'Test LMS',
    issuer: 'https://lms.example',
    clientId: 'client-1',
    authorizationEndpoint: 'https://lms.example/mod/lti/auth.php',
    tokenEndpoint: 'https://lms.example/mod/lti/token.php',
    jwksUri: 'https://lms.example/mod/lti/certs.php',
    status: 'active',
    deploymentPolicy: 'open',
    timeZone: 'Europe/Brussels',
    smallestGroup: 5,
    ...overrides,
  };
  return services.database.data.write(({ platforms }) => platforms.add(platform, new Date()));
}
