/** The words of the timeline, by language; *stars* mark italics. An event has its date, its text and its source. */
export const words = {
  en: {
    title: 'The dates, and who is cited for them',
    key: 'Above the line, a newspaper is cited. Below it, none is named.',
    months: ['DEC. 1996', 'JANUARY 1997', 'FEBRUARY', 'MARCH'],
    events: {
      seized: { date: 'December 17', text: ['The residence is taken'], source: 'The article itself' },
      digging: {
        date: 'Since January',
        text: ['Police dig under the residence;', 'one tunnel falls in'],
        source: '*New York Times* of March 8, citing Peruvian papers',
      },
      moves: {
        date: 'February 3',
        text: ['The Clinton administration', 'announces Pentagon plans', 'for the east of Peru'],
        source: 'No newspaper; see RW #895',
      },
      plan: {
        date: 'Early February',
        text: ['A plan of assault is', 'reportedly drawn up'],
        source: 'No source named',
      },
      republica: {
        date: 'February 16',
        text: ['A secret plan, with a direct', 'part for U.S. forces'],
        source: '*La República*',
      },
      times: {
        date: 'February 17',
        text: ['The American part', 'crucial to the plan'],
        source: '*New York Times*',
      },
      cuba: {
        date: 'Early March',
        text: ['Asylum in Cuba is', 'discussed; two days', 'later the talks stop'],
        source: 'No source named',
      },
      tunnels: { date: 'March 8', text: ['Tunnels under', 'the residence'], source: '*New York Times*' },
      issue: { date: 'March 16', text: ['The issue,', 'number 898'], source: null },
    },
  },
  es: {
    title: 'Las fechas, y a quién se cita',
    key: 'Sobre la línea se cita un periódico. Debajo no se nombra ninguno.',
    months: ['DIC. DE 1996', 'ENERO DE 1997', 'FEBRERO', 'MARZO'],
    events: {
      seized: { date: '17 de diciembre', text: ['La toma de la residencia'], source: 'El propio artículo' },
      digging: {
        date: 'Desde enero',
        text: ['La policía excava bajo la residencia;', 'un túnel se hunde'],
        source: '*New York Times* del 8 de marzo, con cita de prensa peruana',
      },
      moves: {
        date: '3 de febrero',
        text: ['El gobierno de Clinton', 'anuncia planes del Pentágono', 'para el este del Perú'],
        source: 'Sin periódico; véase OR #895',
      },
      plan: {
        date: 'Principios de febrero',
        text: ['Se habría elaborado', 'un plan de asalto'],
        source: 'Sin fuente nombrada',
      },
      republica: {
        date: '16 de febrero',
        text: ['Un plan secreto, con parte', 'directa para EE. UU.'],
        source: '*La República*',
      },
      times: {
        date: '17 de febrero',
        text: ['La parte estadounidense,', 'decisiva en el plan'],
        source: '*New York Times*',
      },
      cuba: {
        date: 'Principios de marzo',
        text: ['Se trata del asilo', 'en Cuba; dos días', 'después, la ruptura'],
        source: 'Sin fuente nombrada',
      },
      tunnels: { date: '8 de marzo', text: ['Túneles bajo', 'la residencia'], source: '*New York Times*' },
      issue: { date: '16 de marzo', text: ['El número', '898'], source: null },
    },
  },
};
