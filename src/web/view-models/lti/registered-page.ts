import { hasText, type Translate } from '../../../i18n/translator.js';
import type { RegistrationOutcome } from '../../../usecases/platform/register-platform.js';

/** What the administrator still has to do in the LMS. */
export interface RegisteredPage {
  title: string;
  lead: string;
  stepsTitle: string;
  steps: string[];
  hint: string | null;
  close: string;
  closeOrigin: string;
}

type Registered = Exclude<RegistrationOutcome, { kind: 'failed' }>;
type Failed = Extract<RegistrationOutcome, { kind: 'failed' }>;

/** The page after a registration. Moodle resets the chooser at every registration, so its clicks are told again (decisions.md 32). */
export function registeredPage({ kind, issuer, isMoodle }: Registered, t: Translate): RegisteredPage {
  const steps = isMoodle ? ['activate', 'chooser', 'completion'] : ['other'];
  return {
    title: t('platform.registered.title'),
    lead: t(`platform.registered.${kind}`, { site: new URL(issuer).host }),
    stepsTitle: t('platform.registered.stepsTitle'),
    steps: steps.map((step) => t(`platform.registered.steps.${step}`)),
    hint: isMoodle ? t('platform.registered.hint') : null,
    close: t('platform.registered.close'),
    closeOrigin: new URL(issuer).origin,
  };
}

/** Why a registration failed, in words, with the platform's own answer (security.md B26). */
export function registrationFaults({ reason, answer }: Failed, t: Translate): string[] {
  const key = `platform.faults.${reason}`;
  const status = /^registration-status-(401|403)$/.test(reason) ? [t('platform.faults.authorization')] : [];
  return [
    hasText(key) ? t(key) : t('platform.faults.other', { reason }),
    ...status,
    ...(answer ? [t('platform.faults.answer', { answer })] : []),
  ];
}
