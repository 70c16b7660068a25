/** Numbers and times as a reader of the language writes them. */
export interface Formats {
  score: (value: number) => string;
  number: (value: number) => string;
  /** Two significant digits. */
  small: (value: number) => string;
  /** One decimal, also when it is 0. */
  rate: (value: number) => string;
  percent: (value: number) => string;
  date: (instant: string, zone?: string) => string;
  dateTime: (instant: string, zone?: string) => string;
  time: (instant: string | Date) => string;
}

export function formats(language: string): Formats {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  const score = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const small = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
  const rate = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const at = (instant: string, options: Intl.DateTimeFormatOptions) => {
    const moment = new Date(instant);
    return Number.isNaN(moment.getTime()) ? instant : new Intl.DateTimeFormat(locale, options).format(moment);
  };
  return {
    score: (value) => score.format(value),
    number: (value) => number.format(value),
    small: (value) => small.format(value),
    rate: (value) => rate.format(value),
    percent: (value) => percent.format(value),
    date: (instant, timeZone) => at(instant, { dateStyle: 'medium', timeZone }),
    dateTime: (instant, timeZone) => at(instant, { dateStyle: 'medium', timeStyle: 'short', timeZone }),
    time: (instant) => time.format(typeof instant === 'string' ? new Date(instant) : instant),
  };
}
