import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import swc from '@swc/core';

const source = /\.tsx?(\?|$)/;

/** `./db.js` in a source file means `./db.ts` (or `.tsx`); `#platform` means `libs/platform/index.ts`. */
export async function resolve(specifier, context, next) {
  const conditions = { ...context, conditions: [...context.conditions, 'source'] };
  if (specifier.startsWith('.') && specifier.endsWith('.js') && source.test(context.parentURL ?? '')) {
    for (const ending of ['.ts', '.tsx']) {
      try {
        return await next(specifier.replace(/\.js$/, ending), conditions);
      } catch (error) {
        if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
      }
    }
  }
  return next(specifier, conditions);
}

/** Of every file once: all workers of a test run ask here. */
const stripped = new Map();

export async function load(url, context, next) {
  if (!source.test(url)) return next(url, context);
  const file = fileURLToPath(url);
  if (!stripped.has(file)) stripped.set(file, strip(file));
  return { format: 'module', source: await stripped.get(file), shortCircuit: true };
}

async function strip(file) {
  const { code } = await swc.transform(await readFile(file, 'utf8'), {
    filename: file,
    sourceMaps: 'inline',
    swcrc: false,
    module: { type: 'es6' },
    jsc: {
      parser: { syntax: 'typescript', tsx: file.endsWith('x'), decorators: true },
      target: 'es2022',
      keepClassNames: true,
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: false,
        react: { runtime: 'automatic', importSource: 'preact', throwIfNamespace: false },
      },
    },
  });
  return code;
}
