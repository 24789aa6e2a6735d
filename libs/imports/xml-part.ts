import { StringDecoder } from 'node:string_decoder';
import { setImmediate } from 'node:timers/promises';
import { SaxesParser } from 'saxes';

/** What a reader wants to know of a part: names come without their prefix. */
export type PartReader = {
  open?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
};

/** Reads one part of a workbook as it is unpacked, a few kilobytes at a time; nothing of it is kept but what the reader keeps. */
export async function readPart(chunks: AsyncIterable<Buffer>, reader: PartReader): Promise<void> {
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => reader.open?.(local(name), attributes));
  parser.on('text', (text) => reader.text?.(text));
  parser.on('cdata', (text) => reader.text?.(text));
  parser.on('closetag', ({ name }) => reader.close?.(local(name)));
  const decoder = new StringDecoder('utf8');
  for await (const chunk of chunks) {
    parser.write(decoder.write(chunk));
    await setImmediate();
  }
  parser.write(decoder.end()).close();
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
