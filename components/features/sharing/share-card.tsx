import { CARD_SIZE } from "@/lib/contract/share-card";
import type { Text } from "@/lib/text/text";
import { Box, drawable } from "./card-drawing";
import { type CardSubject, PICTURE_WIDTH, Picture, StandingLegend } from "./card-pictures";
import { lightColour } from "./palette";
import { describePictureMoment, type PictureMoment } from "./zone-words";

interface ShareCardProps {
  text: Text;
  title: string;
  /** The answer in sentences. What does not fit is cut with an ellipsis. */
  description: string;
  moment: PictureMoment;
  subject: CardSubject;
}

/** Families of the fonts that the drawing program has. */
const SANS_FONT = "Inter, Inter Ext";
const SERIF_FONT = "Source Serif 4, Source Serif 4 Ext";

/** CSS pixels. */
const PADDING = 48;
const WORDS_WIDTH = 496;

/**
 * The share card of a page for `ImageResponse`, which knows flex boxes and inline styles only. In the light theme: a picture
 * does not know the theme of its reader.
 */
export function ShareCard(props: ShareCardProps) {
  const { text, subject } = props;
  const isText = subject.kind === "text";
  return (
    <Box
      style={{
        ...CARD_SIZE,
        flexDirection: "column",
        padding: PADDING,
        backgroundColor: lightColour("paper"),
        color: lightColour("ink"),
        fontFamily: SANS_FONT,
      }}
    >
      <Box style={{ fontSize: 24, fontWeight: 600, color: lightColour("accent") }}>
        {text.t("layout.product")}
      </Box>
      <Box style={{ flexGrow: 1, marginTop: 20, justifyContent: "space-between" }}>
        <Words {...props} />
        {isText ? null : (
          <Box style={{ flexDirection: "column", width: PICTURE_WIDTH }}>
            <Picture text={text} subject={subject} />
          </Box>
        )}
      </Box>
      <Foot {...props} />
    </Box>
  );
}

function Words({ text, title, description, subject }: ShareCardProps) {
  const isText = subject.kind === "text";
  const words = drawable(title);
  const rows = subject.kind === "zones" ? subject.rows : [];
  return (
    <Box
      style={{
        flexDirection: "column",
        width: isText ? CARD_SIZE.width - 2 * PADDING : WORDS_WIDTH,
      }}
    >
      <div
        style={{
          display: "block",
          fontFamily: SERIF_FONT,
          fontWeight: 600,
          fontSize: getTitleSize(words, isText),
          lineHeight: 1.15,
          lineClamp: 4,
        }}
      >
        {words}
      </div>
      <div
        style={{
          display: "block",
          marginTop: 18,
          fontSize: isText ? 30 : 24,
          lineHeight: 1.4,
          color: lightColour("ink-2"),
          lineClamp: isText || rows.length === 0 ? 7 : 4,
        }}
      >
        {drawable(description)}
      </div>
      {rows.length > 0 ? <StandingLegend text={text} rows={rows} /> : null}
    </Box>
  );
}

/** A long title is smaller, so that four lines hold it. */
function getTitleSize({ length }: string, isWide: boolean): number {
  const room = isWide ? 2 : 1;
  if (length <= 40 * room) return isWide ? 60 : 50;
  return length <= 80 * room ? 40 : 32;
}

function Foot({ text, moment, subject }: ShareCardProps) {
  return (
    <Box
      style={{
        justifyContent: "space-between",
        marginTop: 14,
        fontSize: 20,
        color: lightColour("ink-3"),
      }}
    >
      <span>{drawable(describePictureMoment(text, moment))}</span>
      {subject.kind === "text" ? null : (
        <span>
          {text.t(subject.kind === "zones" ? "sharing.notes.boundaries" : "sharing.bars")}
        </span>
      )}
    </Box>
  );
}
