import { NotFoundMessage } from "@/components/layout/not-found-message";
import { ReadingPage } from "@/components/layout/reading-page";

/** Shown for every address that names nothing here. */
export default function NotFound() {
  return (
    <ReadingPage>
      <NotFoundMessage inline />
    </ReadingPage>
  );
}
