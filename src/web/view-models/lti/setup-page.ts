import type { Translate } from '../../../i18n/translator.js';
import type { PlatformUseCases } from '../../../usecases/platform/index.js';

/** The addresses to copy into an LMS. */
export interface SetupPage {
  title: string;
  lead: string;
  easier: string;
  fieldsTitle: string;
  fields: { label: string; value: string }[];
  newWindow: string;
}

/** The page for somebody who opened an LTI address by hand: Moodle's fields, in its order, ready to copy. */
export function setupPage(addresses: PlatformUseCases['addresses'], t: Translate): SetupPage {
  const custom = Object.entries(addresses.customParameters)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n');
  const values = {
    toolUrl: addresses.launchUrl,
    version: 'LTI 1.3',
    keysUrl: addresses.keysUrl,
    loginUrl: addresses.loginUrl,
    redirectUrl: addresses.launchUrl,
    custom,
    contentUrl: addresses.deepLinkUrl,
    iconUrl: addresses.logoUrl,
  };
  return {
    title: t('launch.setup.title'),
    lead: t('launch.setup.lead'),
    easier: t('launch.setup.easier'),
    fieldsTitle: t('launch.setup.fieldsTitle'),
    fields: Object.entries(values).map(([name, value]) => ({ label: t(`launch.setup.fields.${name}`), value })),
    newWindow: t('launch.setup.newWindow'),
  };
}
