import type { Tag } from '../saml/lint.ts';
import { durationSeconds } from './duration.ts';
import { attributeOf, isMetadata, metadataChildren } from './elements.ts';
import { MetadataProblem } from './problem.ts';

const protocol = 'urn:oasis:names:tc:SAML:2.0:protocol';

/** The identity provider of a document, and how long what it says holds. */
export interface ChosenEntity {
  /** EntityDescriptor */
  readonly entity: Tag;
  /** IDPSSODescriptor */
  readonly role: Tag;
  /** the soonest of those on entity, role and what is around them */
  readonly validUntil: Date | null;
  readonly cacheSeconds: number | null;
}

/**
 * Finds the one identity provider that a document describes, or the one with `entityId`.
 * @throws MetadataProblem when there is none, or several and none was chosen
 */
export function chooseEntity(
  root: Tag,
  { entityId, isOnlyPreferred }: { readonly entityId?: string; readonly isOnlyPreferred?: boolean },
): ChosenEntity {
  const entities = entitiesOf(root);
  const found = entities.flatMap(({ entity, around }) => {
    const role = metadataChildren(entity, 'IDPSSODescriptor').find(speaksSaml);
    return role ? [{ entity, role, around }] : [];
  });
  const mayBeAny = entityId === undefined || (isOnlyPreferred && found.length === 1);
  const wanted = !mayBeAny
    ? found.filter(({ entity }) => attributeOf(entity, 'entityID') === entityId)
    : found;
  const [chosen, ...more] = wanted;
  if (!chosen)
    throw nothingFound(
      entities.map(({ entity }) => entity),
      found.length > 0 ? entityId : undefined,
    );
  if (more.length > 0) throw severalFound(wanted.map(({ entity }) => attributeOf(entity, 'entityID') ?? '?'));
  const { entity, role, around } = chosen;
  const all = [...around, entity, role];
  return { entity, role, validUntil: soonest(all), cacheSeconds: shortest(all) };
}

interface Placed {
  readonly entity: Tag;
  readonly around: readonly Tag[];
}

function entitiesOf(root: Tag, around: readonly Tag[] = []): Placed[] {
  if (isMetadata(root, 'EntityDescriptor')) {
    return [{ entity: root, around }];
  }
  if (isMetadata(root, 'EntitiesDescriptor')) {
    return root.children
      .filter((child) => /^Entit(y|ies)Descriptor$/.test(child.name))
      .flatMap((child) => entitiesOf(child, [...around, root]));
  }
  if (around.length > 0) return [];
  if (root.name === 'Response' || root.name === 'AuthnRequest') {
    throw new MetadataProblem(`This is a SAML ${root.name}, not metadata.`);
  }
  throw new MetadataProblem(
    `This is not SAML 2.0 metadata: it begins with <${root.name.slice(0, 60)}>, not with <EntityDescriptor>.`,
  );
}

function speaksSaml(role: Tag): boolean {
  return (attributeOf(role, 'protocolSupportEnumeration') ?? '').split(/\s+/).includes(protocol);
}

function nothingFound(entities: readonly Tag[], entityId: string | undefined): MetadataProblem {
  if (entityId !== undefined) {
    return new MetadataProblem(
      `It does not describe an identity provider with the entity id ${entityId.slice(0, 200)}.`,
      { isOfEntityId: true },
    );
  }
  const has = (name: string) => entities.some((entity) => metadataChildren(entity, name).length > 0);
  if (has('IDPSSODescriptor')) {
    return new MetadataProblem(
      'The identity provider that it describes does not speak SAML 2.0. Ask for its SAML 2.0 metadata.',
    );
  }
  if (has('SPSSODescriptor')) {
    return new MetadataProblem(
      'This is metadata of a service provider, not of an identity provider. It may be our own: what belongs here comes from the company’s login system.',
    );
  }
  return new MetadataProblem('It does not describe an identity provider (no IDPSSODescriptor).');
}

function severalFound(entityIds: readonly string[]): MetadataProblem {
  const shown = entityIds.slice(0, 5).join(', ');
  const rest = entityIds.length > 5 ? ` and ${entityIds.length - 5} more` : '';
  return new MetadataProblem(
    `It describes ${entityIds.length} identity providers (${shown}${rest}). Say which one, by its entity id.`,
    { isOfEntityId: true },
  );
}

function soonest(elements: readonly Tag[]): Date | null {
  const times = elements.flatMap((element) => {
    const text = attributeOf(element, 'validUntil');
    if (text === null) return [];
    const time = /^\d{4}-\d{2}-\d{2}T/.test(text)
      ? Date.parse(/(Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}Z`)
      : Number.NaN;
    if (Number.isNaN(time))
      throw new MetadataProblem(`Its validUntil, “${text.slice(0, 50)}”, is not a date.`);
    return [time];
  });
  return times.length > 0 ? new Date(Math.min(...times)) : null;
}

function shortest(elements: readonly Tag[]): number | null {
  const all = elements
    .map((element) => durationSeconds(attributeOf(element, 'cacheDuration') ?? ''))
    .filter((seconds) => seconds !== null);
  return all.length > 0 ? Math.min(...all) : null;
}
