import { createServer } from 'node:http';
import type { Clock } from '../shared/clock.js';
import { createDemoSite } from './create-demo-site.js';
import type { CalendarNews, CastMember, DemoSite } from './pages/site.js';
import { createPlatform, createPlatformKey, type DemoPlatform } from './platform/platform.js';
import { openRegistration } from './platform/registration-routes.js';
import { type DemoState, emptyState } from './platform/state.js';
import { createRobot } from './seed/robot.js';

/** The demo LMS, listening. */
export interface DemoLms {
  platform: DemoPlatform;
  site: DemoSite;
  url: string;
  /** Opens a registration link of the tool as an administrator's frame would; the tool then registers itself. */
  register(registrationLink: string): Promise<void>;
  close(): Promise<void>;
}

export interface DemoLmsOptions {
  port: number;
  /** The name under which browsers reach it. */
  host: string;
  clock: Clock;
  calendar: Clock;
  timeZone: string;
  state?: DemoState;
  key?: { kid: string; pem: string };
  serviceToken?: string;
  cast?: CastMember[];
  advance?: (days: number) => Promise<CalendarNews>;
  changed?: () => void;
}

/** Starts the demo LMS on a port (0 picks a free one). */
export async function startDemoLms(options: DemoLmsOptions): Promise<DemoLms> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  const platform = createPlatform({
    issuer: `http://${options.host}:${port}`,
    state: options.state ?? emptyState(),
    key: await createPlatformKey(options.key),
    clock: options.clock,
    calendar: options.calendar,
    ...(options.serviceToken ? { serviceToken: options.serviceToken } : {}),
    ...(options.changed ? { changed: options.changed } : {}),
  });
  const site: DemoSite = {
    platform,
    timeZone: options.timeZone,
    path: null,
    cast: options.cast ?? [],
    advance: options.advance ?? (async (days) => ({ days, messages: 0, releases: 0 })),
  };
  server.on('request', createDemoSite(site));
  return {
    platform,
    site,
    url: platform.issuer,
    register: (link) => register(platform, link),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function register(platform: DemoPlatform, registrationLink: string): Promise<void> {
  const link = new URL(registrationLink);
  link.searchParams.set('openid_configuration', `${platform.issuer}/mod/lti/openid-configuration.php`);
  link.searchParams.set('registration_token', openRegistration(platform));
  const administrator = platform.state.people.find((person) => person.isAdministrator);
  const page = await createRobot(platform, { personId: administrator?.id ?? '', language: 'en' }).open(link.toString());
  if (!platform.state.tool) throw new Error(`the tool did not register itself: ${page.status} at ${link.pathname}`);
}
