import { NotFoundMessage } from "@/components/layout/not-found-message";

/** Where an admin page finds that its address names nothing. */
export default function NotFound() {
  return <NotFoundMessage inline />;
}
