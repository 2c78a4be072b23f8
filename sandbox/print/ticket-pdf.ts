import PDFDocument from 'pdfkit';
import QRCode from 'qrcode';

/** What is printed on one page, one ticket each. */
export interface VoucherPage {
  title: string;
  venue: string;
  address: string;
  /** On the venue's own clock. */
  when: string;
  ticket: string;
  seat: string | null;
  reference: string;
  /** What the code carries, where that is more than the reference. */
  code?: string;
  price: string;
  position: string;
  notes: readonly string[];
  colours: readonly [string, string, string];
}

const MARGIN = 48;
const QR_SIZE = 190;
const INK = '#161a22';
const MUTED = '#5b6472';

/** A4, one page a ticket: a band in the event's colours, what, where, when, and the code for the door. */
export function voucherPdf(pages: readonly VoucherPage[]): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    autoFirstPage: false,
    info: { Title: pages[0]?.title ?? '' },
  });
  const done = new Promise<Buffer>((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  for (const page of pages) drawPage(doc, page);
  doc.end();
  return done;
}

function drawPage(doc: PDFKit.PDFDocument, page: VoucherPage): void {
  doc.addPage();
  const width = doc.page.width - 2 * MARGIN;
  const [dark, mid] = page.colours;
  doc.rect(0, 0, doc.page.width, 12).fill(dark);
  doc.rect(0, 12, doc.page.width, 4).fill(mid);

  doc.fillColor(MUTED).font('Helvetica-Bold').fontSize(9);
  doc.text(page.position.toUpperCase(), MARGIN, 56, { characterSpacing: 1.2 });
  doc.fillColor(INK).font('Times-Bold').fontSize(30).text(page.title, MARGIN, 76, { width, lineGap: -2 });
  doc.moveDown(0.5).font('Helvetica-Bold').fontSize(13).text(page.when, { width });
  doc
    .moveDown(0.3)
    .font('Helvetica')
    .fontSize(11)
    .fillColor(MUTED)
    .text(page.venue, { width })
    .text(page.address, { width });

  const top = doc.y + 28;
  drawCode(doc, page.code ?? page.reference, MARGIN, top);
  const left = MARGIN + QR_SIZE + 32;
  let y = top;
  const facts: [string, string | null][] = [
    ['Ticket', page.ticket],
    ['Seat', page.seat],
    ['Reference', page.reference],
    ['Price', page.price],
  ];
  for (const [label, value] of facts) {
    if (value === null) continue;
    const room = { width: width - QR_SIZE - 32 };
    doc.fillColor(MUTED).font('Helvetica').fontSize(9).text(label, left, y, room);
    doc
      .fillColor(INK)
      .font('Helvetica-Bold')
      .fontSize(14)
      .text(value, left, y + 12, room);
    y = doc.y + 12;
  }

  doc
    .moveTo(MARGIN, top + QR_SIZE + 28)
    .lineTo(MARGIN + width, top + QR_SIZE + 28)
    .dash(3, { space: 3 })
    .stroke('#c6ccd6')
    .undash();
  doc.fillColor(MUTED).font('Helvetica').fontSize(10);
  doc.text(
    'Show this code at the entrance, on paper or on a screen. It is valid once.',
    MARGIN,
    top + QR_SIZE + 44,
    { width },
  );
  for (const note of page.notes) doc.moveDown(0.3).text(note, { width });
  doc
    .fontSize(8)
    .text('Made by the Foyer sandbox. It opens no real door.', MARGIN, doc.page.height - MARGIN - 12, {
      width,
      lineBreak: false,
    });
}

function drawCode(doc: PDFKit.PDFDocument, text: string, x: number, y: number): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const cell = QR_SIZE / modules.size;
  doc.fillColor('#000000');
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) doc.rect(x + column * cell, y + row * cell, cell, cell);
    }
  }
  doc.fill();
}
