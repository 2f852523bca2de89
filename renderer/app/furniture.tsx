import { Foot } from '../features/article/foot.tsx'
import { FormattingToolbar } from '../features/article/toolbar.tsx'
import { LibraryPane } from '../features/library/library-pane.tsx'
import { Banners } from './banners.tsx'
import { DropCurtain } from './drop-curtain.tsx'
import { EmptyDesk } from './empty-desk.tsx'
import { Inspector } from './inspector.tsx'
import { PageBar } from './page-bar.tsx'
import { Toast } from './toast.tsx'

/** All that stands around the story. Read once a story can be written in: whoever opens one wants to write. */
export const furniture = {
  Banners,
  DropCurtain,
  EmptyDesk,
  Foot,
  FormattingToolbar,
  Inspector,
  LibraryPane,
  PageBar,
  Toast,
}
export type Furniture = typeof furniture
