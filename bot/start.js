/**
 * What `npm start` runs: bot/main.ts, with the compile cache on before the first TypeScript file is read.
 * JavaScript, because the first file of a start is the one that no cache can spare Node: reading
 * TypeScript there would load the type stripper at every start.
 */
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// The same folder as in compile-cache.ts, which says why there.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/hitozukuri', import.meta.url)))
await import('./main.ts')
