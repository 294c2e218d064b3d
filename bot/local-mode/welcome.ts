/** What the terminal says when local mode is up: where to go, and three things to try. */
import type { CastMember } from './city/cast.ts'
import type { Client } from './clients.ts'

/** The welcome, in Japanese, ending in a line break. */
export const welcome = (
  clients: readonly Pick<Client, 'name' | 'url'>[],
  people: readonly CastMember[],
): string => {
  const lines = [
    '',
    'ひとづくり窓口が動いています。次のページをブラウザで開いてください。',
    ...clients.map(({ name, url }) => `  ${name}  ${url}`),
    '',
    '演じられる人（架空の市の職員です）',
    ...people.map(({ person, note }) => `  ${person.name}　${note}`),
    '',
    'お試しください',
    '  1. 「こんにちは」と送る … ホームが開きます。',
    '  2. ホームの「書き始める」を押す … 自己申告を書き、途中で「あとで続ける」を押せます。',
    '  3. 「評価者研修はだれが受けますか」と送る … 方針の原文でお答えします。',
    '',
    '終わるときは Ctrl+C を押してください。',
    '',
  ]
  return lines.join('\n')
}
