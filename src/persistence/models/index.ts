import type { Model, ModelStatic, Sequelize } from 'sequelize';
import { deliveries, deliveryFollowUps, jobLeases, scorePostings } from './deliveries.js';
import { answers, followUps, surveyResponses } from './follow-ups.js';
import { elementLinks, impactMaps, mapElements, mapVersions } from './impact-maps.js';
import { commitmentObstacles, commitments, drafts, exitReasons, intentions, participations, plans, runs } from './intentions.js';
import { pendingLaunches, toolKeys, toolSessions } from './launches.js';
import { courses, enrolments, people, placements } from './people.js';
import { deployments, moodleConnections, platforms, registrationLinks } from './platforms.js';
import { releaseFigures, releaseMembers, releases } from './releases.js';
import { defineTable } from './table.js';

/** Every table, in an order in which they can be made. */
export const tables = {
  platforms,
  deployments,
  registrationLinks,
  moodleConnections,
  people,
  courses,
  enrolments,
  placements,
  pendingLaunches,
  toolSessions,
  toolKeys,
  impactMaps,
  mapVersions,
  mapElements,
  elementLinks,
  runs,
  participations,
  intentions,
  exitReasons,
  commitments,
  commitmentObstacles,
  plans,
  drafts,
  followUps,
  surveyResponses,
  answers,
  deliveries,
  deliveryFollowUps,
  scorePostings,
  jobLeases,
  releases,
  releaseFigures,
  releaseMembers,
};

/** Defines every table on a connection. */
export function defineModels(sequelize: Sequelize) {
  return {
    platforms: defineTable(sequelize, platforms),
    deployments: defineTable(sequelize, deployments),
    registrationLinks: defineTable(sequelize, registrationLinks),
    moodleConnections: defineTable(sequelize, moodleConnections),
    people: defineTable(sequelize, people),
    courses: defineTable(sequelize, courses),
    enrolments: defineTable(sequelize, enrolments),
    placements: defineTable(sequelize, placements),
    pendingLaunches: defineTable(sequelize, pendingLaunches),
    toolSessions: defineTable(sequelize, toolSessions),
    toolKeys: defineTable(sequelize, toolKeys),
    impactMaps: defineTable(sequelize, impactMaps),
    mapVersions: defineTable(sequelize, mapVersions),
    mapElements: defineTable(sequelize, mapElements),
    elementLinks: defineTable(sequelize, elementLinks),
    runs: defineTable(sequelize, runs),
    participations: defineTable(sequelize, participations),
    intentions: defineTable(sequelize, intentions),
    exitReasons: defineTable(sequelize, exitReasons),
    commitments: defineTable(sequelize, commitments),
    commitmentObstacles: defineTable(sequelize, commitmentObstacles),
    plans: defineTable(sequelize, plans),
    drafts: defineTable(sequelize, drafts),
    followUps: defineTable(sequelize, followUps),
    surveyResponses: defineTable(sequelize, surveyResponses),
    answers: defineTable(sequelize, answers),
    deliveries: defineTable(sequelize, deliveries),
    deliveryFollowUps: defineTable(sequelize, deliveryFollowUps),
    scorePostings: defineTable(sequelize, scorePostings),
    jobLeases: defineTable(sequelize, jobLeases),
    releases: defineTable(sequelize, releases),
    releaseFigures: defineTable(sequelize, releaseFigures),
    releaseMembers: defineTable(sequelize, releaseMembers),
  };
}

export type Models = ReturnType<typeof defineModels>;

/** The models as a list, in an order in which their tables can be made. */
export function allModels(models: Models): ModelStatic<Model>[] {
  return Object.values(models) as unknown as ModelStatic<Model>[];
}
