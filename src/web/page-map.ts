import type { ChoosePage, SendPage } from './view-models/deep-link/choose-page.js';
import type { StepPage } from './view-models/fields.js';
import type { MapPage } from './view-models/impact-map/map-page.js';
import type { MessagePage } from './view-models/intention/message-page.js';
import type { ThanksPage } from './view-models/intention/thanks-page.js';
import type { RegisteredPage } from './view-models/lti/registered-page.js';
import type { SetupPage } from './view-models/lti/setup-page.js';
import type { ErrorPage } from './view-models/pages.js';
import type { PlanPage } from './view-models/plan/plan-page.js';
import type { PlatformPage } from './view-models/platform/platform-page.js';
import type { ErasePage } from './view-models/privacy/erase-page.js';
import type { OwnDataPage } from './view-models/privacy/own-data-page.js';
import type { ReportPage } from './view-models/report/report-page.js';
import type { NotReadyPage } from './view-models/start/not-ready-page.js';
import type { StartPage } from './view-models/start/start-page.js';
import type { ClosedSurveyPage } from './view-models/survey/closed-page.js';
import type { SurveyStepPage } from './view-models/survey/survey-page.js';
import type { SurveyThanksPage } from './view-models/survey/thanks-page.js';

/** Which view takes which data: a wrong pair does not compile. */
export interface PageMap {
  'impact-map/map': MapPage;
  'start/not-ready': NotReadyPage;
  'start/start': StartPage;
  'errors/error': ErrorPage;
  'intention/message': MessagePage;
  'intention/step': StepPage;
  'intention/thanks': ThanksPage;
  'lti/setup': SetupPage;
  'lti/registered': RegisteredPage;
  'deep-link/choose': ChoosePage;
  'deep-link/send': SendPage;
  'platform/page': PlatformPage;
  'my-data/page': { title: string; page: OwnDataPage };
  'my-data/delete': ErasePage;
  'my-data/deleted': { title: string };
  'plan/page': PlanPage;
  'report/report': ReportPage;
  'plan/edit': StepPage;
  'survey/step': SurveyStepPage;
  'survey/thanks': SurveyThanksPage;
  'survey/closed': ClosedSurveyPage;
}

export type PageName = keyof PageMap;
