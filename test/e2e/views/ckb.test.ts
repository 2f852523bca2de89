import { walkViews } from './walk-views.ts'

walkViews('ckb')
