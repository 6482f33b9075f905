// The rules on saying that a post is an ad, by place: dated data with a source, and not legal
// advice. It knows no draft; shared/rules.ts reads it. Platform limits are in platforms.ts.
import type { PostLanguage } from './deliverable.ts';

/**
 * How far a source is to be trusted: `primary` says it itself, `secondary` is told by others and to be
 * verified, `recommended` is advice where no rule was found, `on-file` was collected and not re-checked.
 */
export type Standing = 'primary' | 'secondary' | 'recommended' | 'on-file';

/** Where a rule comes from. `date`: what the source says of its age; null where nobody dated it. */
export interface RuleSource {
  /** A proper name, the same in every language; empty where there is none. */
  name: string;
  standing: Standing;
  date: string | null;
  url: string | null;
}

/** `lang` null: understood in any caption. `{brand}` stands for the brand's name. */
export interface Label {
  words: string;
  lang: PostLanguage | null;
}

export type RuleId = 'US' | 'GB' | 'FR' | 'DE' | 'ES' | 'EU' | 'IN' | 'JP' | 'TH';

export interface DisclosureRule {
  id: RuleId;
  /** `recommended`: no rule is on file, only advice; it never stops anybody. */
  force: 'rule' | 'recommended';
  /** The first one is what we put in, unless the guidelines name another. */
  accepted: readonly Label[];
  /** Words that people use instead and that are refused, or not enough when alone. */
  refused: readonly string[];
  /** `start`: asked for at the very start. `early`: before "more". */
  position: 'start' | 'early';
  /** Each story slide is a post of its own. */
  everyFrame: boolean;
  /** In video also in the picture and the sound. */
  inVideo: boolean;
  source: RuleSource;
}

const label =
  (lang: PostLanguage | null) =>
  (words: string): Label => ({ words, lang });

const refusedInEurope = ['collaboration', 'partnership', 'thanks to'];

const rules: Record<RuleId, DisclosureRule> = {
  US: {
    id: 'US',
    force: 'rule',
    accepted: [
      'Ad',
      'Advertisement',
      'Sponsored',
      'thanks to {brand} for the free',
      '{brand} partner',
      '{brand} ambassador',
    ].map(label('en')),
    refused: ['sp', 'spon', 'collab', 'thanks', 'ambassador'],
    position: 'early',
    everyFrame: false,
    inVideo: true,
    source: {
      name: 'FTC, Disclosures 101',
      standing: 'primary',
      date: null,
      url: 'https://www.ftc.gov/business-guidance/resources/disclosures-101-social-media-influencers',
    },
  },
  GB: {
    id: 'GB',
    force: 'rule',
    accepted: ['Ad', 'Advert', 'Advertising', 'Advertisement', 'Advertisement feature'].map(
      label('en'),
    ),
    refused: [
      'sponsored',
      'spon',
      'sp',
      'gifted',
      'affiliate',
      'aff',
      'in association with',
      'in partnership with',
      'thanks to',
      'made possible by',
      'collab',
      'PR',
      'PR trip',
      'ambassador',
    ],
    position: 'start',
    everyFrame: true,
    inVideo: false,
    source: {
      name: "ASA, CAP and CMA, Influencers' guide, 3rd edition",
      standing: 'primary',
      date: '2023-03',
      url: 'https://www.asa.org.uk/resource/influencers-guide.html',
    },
  },
  FR: {
    id: 'FR',
    force: 'rule',
    accepted: ['Publicité', 'Collaboration commerciale'].map(label('fr')),
    refused: refusedInEurope,
    position: 'early',
    everyFrame: false,
    inVideo: true,
    source: {
      name: 'Loi n° 2023-451 du 9 juin 2023, ordonnance n° 2024-978',
      standing: 'primary',
      date: '2024-11-08',
      url: 'https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000047663185',
    },
  },
  DE: {
    id: 'DE',
    force: 'rule',
    accepted: ['Werbung', 'Anzeige', 'bezahlte Werbepartnerschaft'].map(label('de')),
    refused: ['ad', 'sponsored by', 'powered by', ...refusedInEurope],
    position: 'start',
    everyFrame: true,
    inVideo: false,
    source: { name: 'Die Medienanstalten', standing: 'primary', date: null, url: null },
  },
  ES: {
    id: 'ES',
    force: 'rule',
    accepted: [
      'Publicidad',
      'patrocinado por',
      'en colaboración con',
      'embajador de',
      'gracias a',
      'regalo de',
    ].map(label('es')),
    refused: ['ad', 'sponso', 'sp', ...refusedInEurope],
    position: 'early',
    everyFrame: false,
    inVideo: false,
    source: { name: 'Autocontrol', standing: 'secondary', date: null, url: null },
  },
  EU: {
    id: 'EU',
    force: 'rule',
    // A clear term in the national language: those on file.
    accepted: [
      label('fr')('Publicité'),
      label('de')('Werbung'),
      label('de')('Anzeige'),
      label('es')('Publicidad'),
    ],
    refused: refusedInEurope,
    position: 'early',
    everyFrame: false,
    inVideo: false,
    source: {
      name: 'European Commission, influencer sweep',
      standing: 'primary',
      date: '2024-02',
      url: null,
    },
  },
  IN: {
    id: 'IN',
    force: 'rule',
    // In English or in the language of the post.
    accepted: [
      'Ad',
      'Advertisement',
      'Sponsored',
      'Collaboration',
      'Partnership',
      'Employee',
      'Free gift',
    ].map(label(null)),
    // Anything else: whatever labelWords holds is named as not enough.
    refused: [],
    position: 'early',
    everyFrame: false,
    inVideo: false,
    source: {
      name: 'ASCI, Guidelines for influencer advertising in digital media',
      standing: 'primary',
      date: '2021-06-14',
      url: 'https://www.ascionline.in/social/tools',
    },
  },
  JP: {
    id: 'JP',
    force: 'rule',
    accepted: [label('ja')('広告'), label('ja')('プロモーション'), label(null)('PR')],
    refused: [],
    position: 'early',
    everyFrame: false,
    inVideo: false,
    source: {
      // It holds the advertiser liable, not the creator.
      name: 'Consumer Affairs Agency (CAA)',
      standing: 'primary',
      date: '2023-10-01',
      url: null,
    },
  },
  TH: {
    id: 'TH',
    force: 'recommended',
    accepted: [label('th')('โฆษณา'), label(null)('Ad')],
    refused: [],
    position: 'early',
    everyFrame: false,
    inVideo: false,
    source: {
      // No statute or list for influencer labels was found, in secondary sources.
      name: '',
      standing: 'recommended',
      date: null,
      url: null,
    },
  },
};

const members =
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' ');

/** The place's own rule, else that of the European Union for its members, else none on file. */
export function ruleFor(place: string): DisclosureRule | null {
  if (place !== 'EU' && Object.hasOwn(rules, place)) return rules[place as RuleId];
  return members.includes(place) ? rules.EU : null;
}

/** The plain words for an ad by the language of a post, where they are on file. */
const adWords: Partial<Record<string, readonly string[]>> = {
  th: ['โฆษณา'],
  en: ['Ad', 'Advertisement', 'Advertising'],
  fr: ['Publicité'],
  de: ['Werbung', 'Anzeige'],
  es: ['Publicidad'],
  ja: ['広告'],
};

export const adWordsIn = (language: string): readonly string[] => adWords[language] ?? [];

/** Every word that says or seems to say "this is an ad" somewhere; without the brand's own. */
export const labelWords: readonly string[] = [
  ...new Set(
    Object.values(rules)
      .flatMap(({ accepted, refused }) => [...accepted.map((one) => one.words), ...refused])
      .filter((words) => !words.includes('{brand}'))
      .map((words) => words.toLowerCase()),
  ),
];

/** Said of a product, these sound better than the truth: Thailand's OCPB has warned of them. */
export const salesClaims = {
  place: 'TH',
  words: ['sold out', 'ของหมด', 'ขายหมด'],
  source: {
    name: 'OCPB',
    standing: 'secondary',
    date: null,
    url: null,
  },
} as const;

/** Advertising statements are in Thai or have a Thai translation. */
export const thaiLanguage: RuleSource = {
  name: 'OCPB, B.E. 2565',
  standing: 'secondary',
  date: '2023-01-14',
  url: null,
};

/** Where a changed or made picture of a body or face must be named as such. */
export const editedImages = {
  place: 'FR',
  notices: ['images retouchées', 'images virtuelles'],
  source: rules.FR.source,
} as const;

/** The switch of the platform itself, which no text replaces and which replaces no text. */
export const platformSwitches: Partial<Record<string, string>> = {
  instagram: 'Paid partnership',
  tiktok: 'Branded content',
  youtube: 'Paid product placement',
};
