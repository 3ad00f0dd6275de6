import { expect } from 'chai';
import { launch, loginParameters, openBrowser, register } from '../../support/launches.js';
import { type PlatformDouble, startPlatformDouble } from '../../support/platform-double.js';
import { startTestServices, type TestServices } from '../../support/test-services.js';

describe('the cookies of a launch over https', () => {
  let services: TestServices;
  let double: PlatformDouble;
  before(async () => {
    double = await startPlatformDouble();
    services = await startTestServices({ publicUrl: 'https://tool.example', isSecure: true });
  });
  after(async () => {
    await services.stop();
    await double.stop();
  });

  it('work inside a frame of another site and belong to this host alone', async () => {
    const platform = await register(services, double);
    const browser = await openBrowser(services);
    const login = await browser.post('/lti/login', loginParameters(services, platform));
    const [pending = ''] = login.headers.getSetCookie();
    expect(pending).to.match(/^__Host-lti-[0-9a-f]{8}=[\w-]{43}; Max-Age=600; Path=\/; .*HttpOnly; Secure; Partitioned; SameSite=None$/);
    const answer = await launch(services, double, platform);
    const cookies = answer.headers.getSetCookie();
    expect(answer.status).to.equal(303);
    expect(cookies.find((cookie) => cookie.startsWith('__Host-sid='))).to.match(
      /^__Host-sid=[\w-]{43}; Max-Age=43200; Path=\/; .*HttpOnly; Secure; Partitioned; SameSite=None$/,
    );
    expect(cookies.find((cookie) => cookie.startsWith('__Host-lti-'))).to.match(/^__Host-lti-[0-9a-f]{8}=; .*Expires=Thu, 01 Jan 1970/);
    expect(answer.location).to.match(/^\/courses\/\d+\/now\?view=unset$/);
  });
});
