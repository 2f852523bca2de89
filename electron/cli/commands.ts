import { backup } from './backup.ts'
import type { Command } from './command.ts'
import { exportArticles } from './export.ts'
import { formats } from './formats.ts'
import { importFiles } from './import.ts'
import { list } from './list.ts'
import { newArticle } from './new.ts'
import { restore } from './restore.ts'
import { search } from './search.ts'
import { serve } from './serve.ts'
import { show } from './show.ts'
import { text } from './text.ts'
import { verify } from './verify.ts'

/** Every command of `midad`, in the order of `--help`. */
export const commands: readonly Command[] = [
  newArticle,
  importFiles,
  list,
  search,
  show,
  exportArticles,
  formats,
  text,
  verify,
  backup,
  restore,
  serve,
]
