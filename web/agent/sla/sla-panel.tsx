import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorAlert } from '../../kit/components/states.tsx';
import { useTimeZone } from '../../kit/components/time.tsx';
import { useLiveTopics } from '../../kit/live/use-live.ts';
import { VisuallyHidden } from '../../kit/plain/visually-hidden.tsx';
import { goalTime, wholeSlaDuration } from '../../kit/sla/duration.ts';
import type { CompletedCycle, SlaDuration, SlaValue } from '../../kit/sla/sla-value.ts';
import { type ShownSla, useSlaLook } from '../../kit/sla/use-sla-look.ts';
import { exactTime } from '../../kit/time.ts';
import { dueTime } from './due-time.ts';
import classes from './sla-panel.module.css';
import { slasQuery } from './sla-queries.ts';
import { SlaTime, StateIcon } from './sla-time.tsx';

/** What is told of a desk when it measures something else, or has computed anew. */
const definitionNews = new Set(['sla.configured', 'sla.recomputed']);

/** The service levels of a request: what is left of each, when it is due, and how earlier ones ended. Nothing where the desk has none. */
export function SlaPanel({ requestKey, deskId }: { requestKey: string; deskId: string }) {
  const { t } = useTranslation('agent');
  useLiveTopics([`service-desk:${deskId}`], (change) =>
    change && definitionNews.has(change.kind) ? [slasQuery(requestKey).queryKey] : [],
  );
  const query = useQuery(slasQuery(requestKey));
  if (query.error && !query.data) {
    return <ErrorAlert error={query.error} title={t('sla.failed')} onRetry={() => void query.refetch()} />;
  }
  const begun = (query.data ?? []).filter((sla) => sla.ongoingCycle || sla.completedCycles.length > 0);
  if (begun.length === 0) return null;
  return (
    <section className={classes['panel']} aria-labelledby="slas">
      <Title order={2} size="h6" id="slas">
        {t('sla.title')}
      </Title>
      <ul className={classes['list']}>
        {begun.map((sla) => (
          <Sla key={sla.id} sla={sla} />
        ))}
      </ul>
    </section>
  );
}

function Sla({ sla }: { sla: SlaValue }) {
  const { t } = useTranslation('agent');
  const shown = useSlaLook(sla);
  if (!shown) return null;
  const earlier = sla.ongoingCycle ? sla.completedCycles : sla.completedCycles.slice(0, -1);
  return (
    <li className={classes['sla']}>
      <div className={classes['time']}>
        <SlaTime state={shown.state} title={t(`sla.state.${shown.state}`)} iconSize={16}>
          {shown.text === '' ? t('sla.noGoal') : shown.text}
          {/* heard when it changes, which the time does all the while */}
          <VisuallyHidden aria-live="polite"> {t(`sla.state.${shown.state}`)}</VisuallyHidden>
        </SlaTime>
      </div>
      <div className={classes['about']}>
        <div className={classes['name']}>{sla.name}</div>
        <Facts sla={sla} shown={shown} />
        {earlier.length > 0 ? <Earlier sla={sla} cycles={earlier} /> : null}
      </div>
    </li>
  );
}

function Facts({ sla, shown }: { sla: SlaValue; shown: ShownSla }) {
  const { t } = useTranslation('agent');
  const cycle = sla.ongoingCycle;
  const calendar = (cycle ?? sla.completedCycles.at(-1))?._portico?.calendar;
  const reason = cycle?.paused ? cycle._portico?.pauseReason : null;
  const last = cycle ? undefined : sla.completedCycles.at(-1);
  return (
    <>
      <div className={classes['facts']}>
        {cycle?.goalDuration ? (
          <span>{t('sla.within', { time: goalOf(cycle.goalDuration) })}</span>
        ) : cycle ? (
          <span>{t('sla.ranFor', { time: wholeSlaDuration(cycle.elapsedTime.millis) })}</span>
        ) : null}
        {cycle?.breachTime && !(cycle.paused && shown.state === 'paused') ? (
          <Due at={cycle.breachTime.iso8601} isOver={shown.state === 'breached'} />
        ) : null}
        {last ? <Took cycle={last} /> : null}
        {calendar ? <span title={calendar.timeZone}>{calendar.name}</span> : null}
      </div>
      {cycle?.paused ? (
        <div className={classes['reason']}>
          {reason ? t('sla.because', { reason }) : t('sla.state.paused')}
        </div>
      ) : null}
      {shown.state === 'outside' ? <div className={classes['reason']}>{t('sla.state.outside')}</div> : null}
    </>
  );
}

function goalOf({ millis }: SlaDuration): string {
  return goalTime(Math.round(millis / 60_000));
}

function Due({ at, isOver }: { at: string; isOver: boolean }) {
  const { t, i18n } = useTranslation('agent');
  const timeZone = useTimeZone();
  const date = new Date(at);
  return (
    <time dateTime={at} title={exactTime(date, i18n.language, timeZone)}>
      {t(isOver ? 'sla.wasDueAt' : 'sla.dueAt', { at: dueTime(date, new Date(), i18n.language, timeZone) })}
    </time>
  );
}

function Took({ cycle }: { cycle: CompletedCycle }) {
  const { t } = useTranslation('agent');
  const time = wholeSlaDuration(cycle.elapsedTime.millis);
  return (
    <span>
      {cycle.goalDuration
        ? t('sla.took', { time, goal: goalOf(cycle.goalDuration) })
        : t('sla.tookOnly', { time })}
    </span>
  );
}

function Earlier({ sla, cycles }: { sla: SlaValue; cycles: readonly CompletedCycle[] }) {
  const { t, i18n } = useTranslation('agent');
  const timeZone = useTimeZone();
  return (
    <details className={classes['earlier']}>
      <summary>{t('sla.earlier', { count: cycles.length })}</summary>
      <ol aria-label={t('sla.cycles', { name: sla.name })}>
        {cycles.toReversed().map((cycle) => {
          const state = cycle.breached ? 'missed' : 'met';
          const ended = new Date(cycle.stopTime.iso8601);
          return (
            <li key={cycle.startTime.epochMillis} className={classes['cycle']} data-state={state}>
              <StateIcon state={state} />
              <span title={exactTime(ended, i18n.language, timeZone)}>
                {t('sla.cycleEnded', {
                  state: t(`sla.state.${state}`),
                  time: wholeSlaDuration(cycle.elapsedTime.millis),
                  at: dueTime(ended, new Date(), i18n.language, timeZone),
                })}
              </span>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
