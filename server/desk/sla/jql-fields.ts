import type { FunctionOperand, OperatorValue, TerminalClause } from '@atlaskit/jql-ast';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { type Condition, desksServedBy, type Person } from '../access-rules.ts';
import { calendarsOf } from '../calendars/store.ts';
import { compileCalendar, type WorkingTime } from '../calendars/working-time.ts';
import type { JqlContext } from '../jql/context.ts';
import { customIdsIn, type JqlField, jqlTypes } from '../jql/field.ts';
import { refuseJql } from '../jql/problems.ts';
import { closestTo } from '../jql/suggest.ts';
import { readDuration } from './duration.ts';
import { type SlaFunctionName, slaFunctionNamed, slaFunctionNames } from './jql-functions.ts';

/** Service levels of one name, as queries ask for them. */
interface AskedSla {
  /** sla_metric.id */
  readonly metricIds: readonly string[];
  /** of their goals; null: around the clock */
  readonly calendars: ReadonlyMap<string | null, WorkingTime>;
}

const comparisons: readonly OperatorValue[] = ['<', '<=', '>', '>='];
const operators: readonly OperatorValue[] = ['=', '!=', 'is', 'is not', ...comparisons];

/**
 * The service levels among these names: by name (in whatever case), `cf[10010]` or `customfield_10010`. Those of the same name are one
 * field, whatever their desk. Those of desks alone that the person does not serve are not there.
 */
export async function slaFieldsNamed(
  db: Database,
  names: readonly string[],
  person: Person,
): Promise<JqlField[]> {
  const ids = customIdsIn(names);
  const rows = await db
    .selectFrom('sla_metric as metric')
    .innerJoin('service_desk', 'service_desk.id', 'metric.service_desk_id')
    .select(['metric.id', 'metric.field_id as fieldId', 'metric.name'])
    .select(
      sql<(string | null)[]>`array(select distinct goal.calendar_id::text from sla_goal goal
        where goal.metric_id = metric.id)`.as('calendarIds'),
    )
    .where(
      sql<boolean>`(metric.field_id = any(${ids}::bigint[]) or lower(metric.name) = any(${names}::text[]))`,
    )
    .where(desksServedBy(person))
    .orderBy('metric.id')
    .execute();
  const calendarIds = [...new Set(rows.flatMap((row) => row.calendarIds))];
  const found = await calendarsOf(
    db,
    calendarIds.filter((id) => id !== null),
  );
  const calendars = new Map(
    calendarIds.map((id) => [id, compileCalendar(id === null ? null : (found.get(id) ?? null))] as const),
  );
  return [...Map.groupBy(rows, ({ fieldId }) => fieldId)].map(([fieldId, metrics]) => {
    const [{ name }] = metrics as [(typeof metrics)[number]];
    return slaField(fieldId, name, {
      metricIds: metrics.map(({ id }) => id),
      calendars: new Map(
        [...calendars].filter(([id]) => metrics.some((each) => each.calendarIds.includes(id))),
      ),
    });
  });
}

function slaField(fieldId: string, name: string, sla: AskedSla): JqlField {
  const latest = (state: string, value: Condition | ReturnType<typeof sql.ref>) =>
    sql`(select ${value} from sla_cycle c where c.request_id = request.id and ${isOf(sla)}
      and c.is_latest and c.state = ${sql.lit(state)} limit 1)`;
  const isEmpty: Condition = sql`not ${has(sla, sql`true`)}`;
  return {
    names: [name.toLowerCase(), `cf[${fieldId}]`, `customfield_${fieldId}`],
    displayName: name,
    clauseNames: [name, `cf[${fieldId}]`],
    types: [jqlTypes.sla],
    cfid: fieldId,
    kind: 'reference',
    operators,
    column: latest('running', sql.ref('c.due_at')),
    isEmpty,
    // Those that run by when they are due, and after them those that stand still by what remains: in one look, for each request.
    sortBy: [
      sql`(select case c.state when 'running' then extract(epoch from c.due_at) else 1e15 + (c.goal_ms - c.elapsed_ms) end
        from sla_cycle c where c.request_id = request.id and ${isOf(sla)} and c.is_latest and c.state <> 'completed' limit 1)`,
    ],
    compile: (clause, context) => compileSla(sla, isEmpty, clause, context),
  };
}

function isOf({ metricIds }: AskedSla): Condition {
  return metricIds.length === 1
    ? sql`c.metric_id = ${metricIds[0]}::bigint`
    : sql`c.metric_id = any(${metricIds}::bigint[])`;
}

/** That a request has a cycle of which the condition holds; it is over `c`. */
function has(sla: AskedSla, condition: Condition): Condition {
  return sql`exists(select from sla_cycle c where c.request_id = request.id and ${isOf(sla)} and ${condition})`;
}

function compileSla(
  sla: AskedSla,
  isEmpty: Condition,
  clause: TerminalClause,
  context: JqlContext,
): Condition {
  const { operand } = clause;
  const operator = clause.operator?.value ?? '=';
  const name = clause.field.value;
  if (operand?.operandType === 'keyword') {
    return operator === '=' || operator === 'is' ? isEmpty : sql`not ${isEmpty}`;
  }
  if (operand?.operandType !== 'function' || operator === 'is' || operator === 'is not') {
    throw refuseJql(
      `The field '${name}' is asked with a function: breached(), running(), paused(), completed(), everbreached(), ` +
        'withincalendarhours(), or compared with elapsed("2h") or remaining("4h").',
      operand?.position ?? clause.position,
    );
  }
  const asked = slaFunctionNamed(operand.function.value);
  if (!asked) throw notForSlas(operand, name);
  if (asked.isDuration) return comparedWith(sla, asked.name, operator, operand, context);
  if (comparisons.includes(operator)) {
    throw refuseJql(
      `The operator '${operator}' does not fit '${operand.function.value}()': only = and != do.`,
      operand.position,
    );
  }
  requireArguments(operand, 0);
  const condition = stateOf(sla, asked.name, context);
  // As in Jira, what has no value is not unlike a value.
  return operator === '=' ? condition : sql`(not ${isEmpty} and not ${condition})`;
}

/** Functions that there are for other fields are none of a misspelled name. */
function notForSlas(operand: FunctionOperand, fieldName: string) {
  const name = operand.function.value;
  const meant = closestTo(name, slaFunctionNames);
  return meant === undefined
    ? refuseJql(
        `A value provided by the function '${name}' is invalid for the field '${fieldName}'.`,
        operand.position,
      )
    : refuseJql(`Unable to find JQL function '${name}()'.`, operand.function.position, meant);
}

function requireArguments(operand: FunctionOperand, count: number): void {
  if (operand.arguments.length === count) return;
  throw refuseJql(
    `Function '${operand.function.value}' expected '${count}' arguments but received '${operand.arguments.length}'.`,
    operand.position,
  );
}

function stateOf(sla: AskedSla, name: SlaFunctionName, { now }: JqlContext): Condition {
  const isMissed = sql`(c.breached_at is not null or (c.state = 'running' and c.due_at < ${now}))`;
  switch (name) {
    case 'breached':
      return has(sla, sql`c.is_latest and ${isMissed}`);
    case 'everbreached':
      return has(sla, isMissed as Condition);
    case 'completed':
      return has(sla, sql`c.state = 'completed'`);
    case 'running':
      return has(sla, sql`c.is_latest and c.state = 'running'`);
    case 'paused':
      return has(sla, sql`c.is_latest and c.state = 'paused'`);
    case 'withincalendarhours': {
      const working = [...sla.calendars].filter(([, time]) => time.isWorking(now.getTime()));
      return has(sla, sql`c.is_latest and c.state = 'running' and ${isAnyOf(working.map(([id]) => id))}`);
    }
    default:
      return sql<SqlBool>`false`;
  }
}

function isAnyOf(calendarIds: readonly (string | null)[]): Condition {
  const ids = calendarIds.filter((id) => id !== null);
  return calendarIds.includes(null)
    ? sql`(c.calendar_id is null or c.calendar_id = any(${ids}::bigint[]))`
    : sql`c.calendar_id = any(${ids}::bigint[])`;
}

/** What has elapsed or remains of the cycle that is not over, compared with a duration. */
function comparedWith(
  sla: AskedSla,
  name: SlaFunctionName,
  operator: OperatorValue,
  operand: FunctionOperand,
  { now }: JqlContext,
): Condition {
  requireArguments(operand, 1);
  const given = operand.arguments[0]?.value ?? '';
  const ms = readDuration(given);
  if (ms === null) {
    throw refuseJql(
      `The value '${given}' for ${operand.function.value}() is no duration. Write it as "4h", "2h 30m" or "1d".`,
      operand.position,
    );
  }
  // Durations are whole milliseconds: "at most" is "less than one more".
  const bounds: Partial<Record<OperatorValue, readonly (readonly [boolean, number])[]>> = {
    '<': [[true, ms]],
    '<=': [[true, ms + 1]],
    '>': [[false, ms + 1]],
    '>=': [[false, ms]],
    '=': [
      [false, ms],
      [true, ms + 1],
    ],
  };
  const wanted = bounds[operator] ?? bounds['='] ?? [];
  const compared = wanted.map(([isLess, limit]) =>
    name === 'elapsed'
      ? elapsedIs(sla, now.getTime(), limit, isLess)
      : remainsIs(sla, now.getTime(), limit, isLess),
  );
  const fits = sql`(${sql.join(compared, sql` and `)})`;
  return has(
    sla,
    sql`c.is_latest and c.state <> 'completed'
      ${name === 'remaining' ? sql`and c.goal_ms is not null` : sql``}
      and ${operator === '!=' ? sql`not ${fits}` : fits}`,
  );
}

// How much has elapsed is compared by comparing the instant from which all of it was worked with one that is computed here, for each
// calendar: an index can tell which rows those are, and nothing has to be computed of a row.

/** Of `c`: that less has elapsed, or not less. */
function elapsedIs({ calendars }: AskedSla, now: number, ms: number, isLess: boolean): Condition {
  const running = [...calendars].map(([id, time]) => {
    // Never has less than nothing elapsed, and always less than all there was.
    const since = ms <= 0 ? null : time.add(now, -ms);
    const isKnown = since === null ? sql.lit(ms > 0 === isLess) : null;
    const compared = isLess ? sql`c.elapsed_from > ` : sql`c.elapsed_from <= `;
    return sql`(${isAnyOf([id])} and ${isKnown ?? sql`${compared} ${new Date(since ?? 0)}`})`;
  });
  return inEither(running, sql`c.elapsed_ms ${isLess ? sql`<` : sql`>=`} ${ms}`);
}

/** Of `c`: that less remains, or not less. */
function remainsIs({ calendars }: AskedSla, now: number, ms: number, isLess: boolean): Condition {
  const running = [...calendars].map(([id, time]) => {
    const until = time.add(now, ms > 0 ? ms : ms - 1);
    return sql`(${isAnyOf([id])} and ${isDue(until, ms, isLess)})`;
  });
  return inEither(running, sql`c.goal_ms - c.elapsed_ms ${isLess ? sql`<` : sql`>=`} ${ms}`);
}

function isDue(until: number | null, ms: number, isLess: boolean) {
  // What is never due has all the time there is.
  if (until === null && ms <= 0) return sql.lit(!isLess);
  if (until === null) return isLess ? sql`c.due_at is not null` : sql`c.due_at is null`;
  const at = new Date(until);
  if (isLess) return ms > 0 ? sql`c.due_at < ${at}` : sql`c.due_at <= ${at}`;
  return sql`(c.due_at is null or ${ms > 0 ? sql`c.due_at >= ${at}` : sql`c.due_at > ${at}`})`;
}

function inEither(running: readonly RawBuilder<unknown>[], paused: RawBuilder<unknown>): Condition {
  const any = running.length === 0 ? sql`false` : sql`(${sql.join(running, sql` or `)})`;
  return sql`((c.state = 'running' and ${any}) or (c.state = 'paused' and ${paused}))`;
}
