import type { Database } from '../../platform/database/database.ts';
import type { Person } from '../access-rules.ts';
import { slaFieldsNamed } from '../sla/jql-fields.ts';
import { customFieldsNamed } from './custom-fields.ts';
import type { JqlField } from './field.ts';

/**
 * Where fields come from that are made while Portico runs: those among `names` (in lower case) that there are and that the person
 * may know of.
 */
export type JqlFieldSource = (db: Database, names: readonly string[], person: Person) => Promise<JqlField[]>;

/** All sources. Who has such fields adds one here. */
export const jqlFieldSources: readonly JqlFieldSource[] = [customFieldsNamed, slaFieldsNamed];
