import { inflateSync } from 'node:zlib';
import { pdf } from './pdf.js';

const made = new Date('2026-11-23T08:00:00Z');
const document = { title: 'Aftale om praktikpladser på Ærø', language: 'da', foot: 'Aftale, version 2', made } as const;

/** How many pages a PDF says it has, and how it names its structure. */
const read = (file: Buffer) => {
  const text = file.toString('latin1');
  return { pages: [...text.matchAll(/\/Type \/Page\b/g)].length, text };
};

describe('a PDF', () => {
  it('holds its letters, its language and its structure', async () => {
    const file = await pdf({
      ...document,
      blocks: [
        { kind: 'heading', text: 'Pladser' },
        { kind: 'text', text: 'Virksomheden stiller tre pladser til rådighed.' },
        { kind: 'facts', facts: [{ term: 'Kontaktperson', value: 'Søren Åkjær' }, { term: 'Uden værdi', value: null }] },
        { kind: 'table', columns: ['Plads', 'Timer'], rows: [['Lager', '20'], ['Kantine', '']] },
        { kind: 'list', items: ['Vi ringer hver uge'] },
        { kind: 'note', text: 'Reglerne kan ændre sig.' },
        { kind: 'signatures', parties: ['Virksomheden', 'Kommunen'] },
      ],
    });
    const { text, pages } = read(file);
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    expect(pages).toBe(1);
    for (const part of ['/Lang (da)', '/S /H1', '/S /H2', '/S /Table', '/S /TH', '/S /LI', '/FontFile2', 'IBMPlexSans']) expect(text).toContain(part);
  });

  it('is the same, byte for byte but for its identifier, when made again of the same', async () => {
    const blocks = [{ kind: 'text', text: 'Det samme' }] as const;
    const [one, two] = await Promise.all([pdf({ ...document, blocks }), pdf({ ...document, blocks })]);
    expect(two.length).toBe(one.length);
  });

  it('goes over as many pages as it needs, a row never split between two', async () => {
    const rows = Array.from({ length: 90 }, (_, nth) => [`Plads ${nth + 1}`, 'Hjælp i køkkenet, oprydning og lettere rengøring. '.repeat(3)]);
    const { pages, text } = read(await pdf({ ...document, blocks: [{ kind: 'table', columns: ['Plads', 'Opgaver'], rows }] }));
    expect(pages).toBeGreaterThan(3);
    expect(pages).toBeLessThan(12);
    const streams = [...text.matchAll(/\/Filter \/FlateDecode\s*>>\s*stream\r?\n/g)];
    expect(streams.length).toBeGreaterThan(0);
    expect(() => inflateSync(Buffer.from(text.slice((streams[0]?.index ?? 0) + (streams[0]?.[0].length ?? 0)), 'latin1'))).not.toThrow();
  });
});
