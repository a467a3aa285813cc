/** Whether a date of Info (`D:20210604120000+02'00'`) and one of XMP (`2021-06-04T12:00:00+02:00`) are one moment. */
export function sameDate(info: string, xmp: string): boolean {
  const one = momentOf(/^D?:?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(Z|[+-]\d\d'?\d?\d?)?/.exec(info));
  const other = momentOf(
    /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d)(?::(\d\d))?)?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?/.exec(xmp),
  );
  return one !== null && one === other;
}

/** Seconds since 1970 of year, month, day, hour, minute, second and zone; null for no date. */
function momentOf(parts: RegExpExecArray | null): number | null {
  if (parts === null) return null;
  const [, year, month = '01', day = '01', hour = '0', minute = '0', second = '0', zone = 'Z'] = parts;
  const moment = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  const shift = /^([+-])(\d\d)\D?(\d\d)?/.exec(zone);
  const minutes =
    shift === null ? 0 : Number(`${shift[1]}1`) * (Number(shift[2]) * 60 + Number(shift[3] ?? '0'));
  return moment / 1000 - minutes * 60;
}
