import { Op } from 'sequelize';
import type { ElementLink, MapElement, MapVersion, MapVersionState } from '../../domain/impact-map/impact-map.js';
import type { Occasion, Stage } from '../../domain/impact-map/stage.js';
import type { Bilingual } from '../../shared/language.js';
import type { ImpactMapRepository } from '../../usecases/ports/impact-maps.js';
import type { ElementLinkRow, ImpactMapRow, MapElementRow, MapVersionRow } from '../models/impact-maps.js';
import type { RepositoryContext } from './context.js';

/** Maps of courses, with their versions. A published version is only ever archived, never rewritten (domain.md §6). */
export function createImpactMapRepository(context: RepositoryContext): ImpactMapRepository {
  const { models, transaction } = context;

  async function mapIdsOf(courseId: number): Promise<number[]> {
    const maps = await models.impactMaps.findAll({ where: { courseId }, attributes: ['id'], transaction });
    return maps.map((map) => map.id);
  }

  async function load(version: MapVersionRow | null): Promise<MapVersion | null> {
    if (!version) return null;
    const map = await models.impactMaps.findByPk(version.impactMapId, { transaction });
    if (!map) return null;
    const where = { mapVersionId: version.id };
    const elements = await models.mapElements.findAll({ where, order: [['id', 'ASC']], transaction });
    const links = await models.elementLinks.findAll({ where, order: [['id', 'ASC']], transaction });
    return toMapVersion(map, version, elements, links);
  }

  return {
    async findPublished(courseId) {
      const version = await models.mapVersions.findOne({
        where: { impactMapId: { [Op.in]: await mapIdsOf(courseId) }, state: 'published' },
        order: [['id', 'DESC']],
        transaction,
      });
      return load(version);
    },
    async findVersion(versionId) {
      return load(await models.mapVersions.findByPk(versionId, { transaction }));
    },
    async lockCourse(courseId) {
      await models.courses.findByPk(courseId, { attributes: ['id'], transaction, ...(transaction && { lock: transaction.LOCK.UPDATE }) });
    },
    async hasIntentions(courseId) {
      const impactMapId = { [Op.in]: await mapIdsOf(courseId) };
      const versions = await models.mapVersions.findAll({ where: { impactMapId }, attributes: ['id'], transaction });
      const mapVersionId = { [Op.in]: versions.map((version) => version.id) };
      return (await models.intentions.findOne({ where: { mapVersionId }, attributes: ['id'], transaction })) !== null;
    },
    async addPublished({ courseId, templateCode, title, elements, links, publishedById }, now) {
      const impactMapId = { [Op.in]: await mapIdsOf(courseId) };
      await models.mapVersions.update({ state: 'archived' }, { where: { impactMapId, state: 'published' }, transaction });
      const map = await models.impactMaps.create(
        { courseId, templateCode, titleEn: title.en, titleNl: title.nl, createdAt: now },
        { transaction },
      );
      const version = await models.mapVersions.create(
        { impactMapId: map.id, number: 1, state: 'published', publishedAt: now, publishedById, createdAt: now },
        { transaction },
      );
      await models.mapElements.bulkCreate(
        elements.map((element) => ({ mapVersionId: version.id, ...elementColumns(element) })),
        { transaction },
      );
      await models.elementLinks.bulkCreate(
        links.map((link) => ({ mapVersionId: version.id, ...linkColumns(link) })),
        { transaction },
      );
      const saved = await load(version);
      if (!saved) throw new Error('a map that was just stored is not there');
      return saved;
    },
  };
}

function elementColumns(element: MapElement): Omit<MapElementRow, 'id' | 'mapVersionId'> {
  const { stableId, stage, position, text, occasion, details } = element;
  return { stableId, stage, position, textEn: text.en, textNl: text.nl, occasion, details: JSON.stringify(details) };
}

function linkColumns(link: ElementLink): Omit<ElementLinkRow, 'id' | 'mapVersionId'> {
  return {
    fromStableId: link.from,
    toStableId: link.to,
    assumptionEn: link.assumption?.en ?? null,
    assumptionNl: link.assumption?.nl ?? null,
    confidence: link.confidence,
  };
}

function toMapVersion(map: ImpactMapRow, version: MapVersionRow, elements: MapElementRow[], links: ElementLinkRow[]): MapVersion {
  return {
    id: version.id,
    impactMapId: map.id,
    courseId: map.courseId,
    number: version.number,
    state: version.state as MapVersionState,
    title: { en: map.titleEn, nl: map.titleNl },
    templateCode: map.templateCode,
    publishedAt: version.publishedAt,
    elements: elements.map((row) => ({
      stableId: row.stableId,
      stage: row.stage as Stage,
      position: row.position,
      text: { en: row.textEn, nl: row.textNl },
      occasion: row.occasion as Occasion | null,
      details: JSON.parse(row.details) as Record<string, unknown>,
    })),
    links: links.map((row) => ({
      from: row.fromStableId,
      to: row.toStableId,
      assumption: assumptionOf(row),
      confidence: row.confidence as ElementLink['confidence'],
    })),
  };
}

function assumptionOf(row: ElementLinkRow): Bilingual | null {
  if (row.assumptionEn === null && row.assumptionNl === null) return null;
  return { en: row.assumptionEn ?? '', nl: row.assumptionNl ?? '' };
}
