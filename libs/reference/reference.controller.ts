import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { Clock, Input, operation, Operation } from '#platform';
import type { InputOf } from '#platform';
import { ReferenceQueries } from './reference.queries.js';
import {
  type DatedType,
  type MeasureType,
  type Municipality,
  type Page,
  pageOf,
  type PostalCode,
  type Region,
} from './reference.rules.js';
import type { SectorCode } from './sectors.rules.js';

const name = z.string().max(300);
const day = z.iso.date();
const region = z.object({ code: z.string().max(10), nameDa: name, nameEn: name });
const dated = z.object({
  code: z.string().max(40),
  nameDa: name,
  nameEn: name,
  law: name,
  from: day.nullable(),
  to: day.nullable(),
});
const pages = { cursor: z.string().max(40).optional(), limit: z.coerce.number().int().min(1).max(100).default(100) };
/** The calendar day asked about; today in Denmark unless said. */
const onDay = z.strictObject({ ...pages, on: day.optional() });
const page = <T extends z.ZodType>(items: T) =>
  z.object({ items: z.array(items).max(100), next: z.string().max(40).nullable() });
const read = { method: 'get', permission: 'reference.read', tag: 'Reference' } as const;

const listMunicipalities = operation({
  ...read,
  id: 'listMunicipalities',
  path: '/reference/municipalities',
  summary: 'The municipalities, each with its region on a day',
  query: onDay,
  answer: page(
    z.object({
      code: z.string().length(4),
      name,
      genitiveName: name,
      aliases: z.array(name).max(20),
      region: region.nullable(),
    }),
  ),
});

const listRegions = operation({
  ...read,
  id: 'listRegions',
  path: '/reference/regions',
  summary: 'The regions that exist on a day',
  query: onDay,
  answer: page(region),
});

const listPostalCodes = operation({
  ...read,
  id: 'listPostalCodes',
  path: '/reference/postal-codes',
  summary: 'Postal codes that begin with some digits, or whose town begins with some letters',
  query: z.strictObject({ ...pages, beginning: z.string().max(60).optional() }),
  answer: page(
    z.object({
      code: z.string().length(4),
      town: name,
      lat: z.number().min(54).max(58).nullable(),
      lon: z.number().min(7).max(16).nullable(),
      municipalities: z.array(z.string().length(4)).max(20),
    }),
  ),
});

const listSectorCodes = operation({
  ...read,
  id: 'listSectorCodes',
  path: '/reference/sector-codes',
  summary: 'Sector codes of a scheme (DB25 unless said), without dots',
  query: z.strictObject({
    ...pages,
    scheme: z.string().max(10).default('DB25'),
    level: z.string().max(10).optional(),
  }),
  answer: page(
    z.object({
      scheme: z.string().max(10),
      code: z.string().max(10),
      level: z.string().max(10),
      parentCode: z.string().max(10).nullable(),
      nameDa: name,
      nameEn: name,
    }),
  ),
});

const listTargetGroups = operation({
  ...read,
  id: 'listTargetGroups',
  path: '/reference/target-groups',
  summary: 'The target groups in force on a day',
  query: onDay,
  answer: page(dated),
});

const listMeasureTypes = operation({
  ...read,
  id: 'listMeasureTypes',
  path: '/reference/measure-types',
  summary: 'The measure types in force on a day',
  query: onDay,
  answer: page(dated.extend({ needsGrant: z.boolean().describe('Applied for and granted before the first day') })),
});

/** Reference data for integrators; ordered by code. */
@Controller('api/v1')
export class ReferenceController {
  constructor(
    private readonly reference: ReferenceQueries,
    private readonly clock: Clock,
  ) {}

  @Operation(listMunicipalities)
  async municipalities(
    @Input() { on, ...paging }: InputOf<typeof listMunicipalities>,
  ): Promise<Page<Municipality & { region: Region | null }>> {
    return pageOf((await this.reference.current()).municipalities(on ?? this.clock.today()), paging);
  }

  @Operation(listRegions)
  async regions(@Input() { on, ...paging }: InputOf<typeof listRegions>): Promise<Page<Region>> {
    return pageOf((await this.reference.current()).regions(on ?? this.clock.today()), paging);
  }

  @Operation(listPostalCodes)
  async postalCodes(@Input() { beginning, ...paging }: InputOf<typeof listPostalCodes>): Promise<Page<PostalCode>> {
    return pageOf((await this.reference.current()).postalCodes(beginning), paging);
  }

  @Operation(listSectorCodes)
  async sectorCodes(@Input() { scheme, level, ...paging }: InputOf<typeof listSectorCodes>): Promise<Page<SectorCode>> {
    return pageOf((await this.reference.current()).sectorCodes(scheme, level), paging);
  }

  @Operation(listTargetGroups)
  async targetGroups(@Input() { on, ...paging }: InputOf<typeof listTargetGroups>): Promise<Page<DatedType>> {
    return pageOf((await this.reference.current()).targetGroups(on ?? this.clock.today()), paging);
  }

  @Operation(listMeasureTypes)
  async measureTypes(@Input() { on, ...paging }: InputOf<typeof listMeasureTypes>): Promise<Page<MeasureType>> {
    return pageOf((await this.reference.current()).measureTypes(on ?? this.clock.today()), paging);
  }
}
