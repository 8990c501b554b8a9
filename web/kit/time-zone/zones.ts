/** A time zone, and what it is called among those of its region. */
export interface ZoneChoice {
  readonly zone: string;
  readonly label: string;
}

/** Time zones by region, each once and in order; `own` is among them even where this browser writes it otherwise. */
export function zonesByRegion(zones: readonly string[], own: string | null): Map<string, ZoneChoice[]> {
  const all = own === null || zones.includes(own) ? zones : [...zones, own].sort();
  const choices = all.map((zone) => {
    const slash = zone.indexOf('/');
    return { zone, label: zone.slice(slash + 1).replaceAll('_', ' ') };
  });
  return Map.groupBy(choices, ({ zone }) => (zone.includes('/') ? zone.slice(0, zone.indexOf('/')) : ''));
}
