import { FindBar } from '../features/article/find/find-bar.tsx'
import { Foot } from '../features/article/foot.tsx'
import { PasteBar } from '../features/article/paste-bar.tsx'
import { Spelling } from '../features/article/spelling/spelling.tsx'
import { StoryTools } from '../features/article/story-tools.tsx'
import { FormattingToolbar } from '../features/article/toolbar.tsx'
import { XrayBar } from '../features/article/x-ray/x-ray-bar.tsx'
import { LibraryPane } from '../features/library/library-pane.tsx'
import { inLanguage } from '../ui/in-language.tsx'
import { Banners } from './banners.tsx'
import { DropCurtain } from './drop-curtain.tsx'
import { LibraryAtFoot } from './library-at-foot.tsx'
import { NoArticle, TourPlace } from './first-places.tsx'
import { Inspector } from './inspector.tsx'
import { PageBar } from './page-bar.tsx'
import { Toasts } from './toast.tsx'

/**
 * All that stands around the story. Read once a story can be written in: whoever opens one wants to write.
 * What is built on React Aria stands here or in dialogs.tsx, and never in what draws the story.
 */
export const furniture = {
  Banners: inLanguage(Banners),
  DropCurtain,
  FindBar: inLanguage(FindBar),
  Foot: inLanguage(Foot),
  FormattingToolbar: inLanguage(FormattingToolbar),
  LibraryAtFoot: inLanguage(LibraryAtFoot),
  Inspector: inLanguage(Inspector),
  LibraryPane: inLanguage(LibraryPane),
  NoArticle: inLanguage(NoArticle),
  PageBar: inLanguage(PageBar),
  PasteBar: inLanguage(PasteBar),
  Spelling: inLanguage(Spelling),
  StoryTools: inLanguage(StoryTools),
  Toasts: inLanguage(Toasts),
  TourPlace: inLanguage(TourPlace),
  XrayBar: inLanguage(XrayBar),
}
export type Furniture = typeof furniture
