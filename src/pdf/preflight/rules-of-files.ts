import type { FileRuleKey } from './rule-key.ts';
import { rule, type Rule } from './rule.ts';

/** Rules on the bytes of a file and on what hangs on its catalog. */
export const FILE_RULES: Readonly<Record<FileRuleKey, Rule>> = {
  header: rule(
    { a1: '6.1.2-1', a23: '6.1.2-1', a4: '6.1.2-1', ua1: '6.1-1' },
    'The file begins with its header, a version that the standard allows, and an end of line',
    'Write %PDF-1.7 (for PDF/A-4 and PDF/UA-2: %PDF-2.0) as the very first line.',
  ),
  'header-comment': rule(
    { a1: '6.1.2-2', a23: '6.1.2-2', a4: '6.1.2-2' },
    'A comment of four bytes above 127 follows the header',
    'Write such a comment as the second line.',
  ),
  'trailer-id': rule(
    { a1: '6.1.3-1', a23: '6.1.3-1', a4: '6.1.3-1', x4: 'file-id' },
    'The trailer has an ID',
    'Give the trailer an array of two identifiers as ID.',
  ),
  'after-end': rule(
    { a1: '6.1.3-3', a23: '6.1.3-3', a4: '6.1.3-3' },
    'Nothing follows the last %%EOF but one end of line',
    'Cut off what follows.',
  ),
  'xref-spacing': rule(
    { a1: '6.1.4-2', a23: '6.1.4-2', a4: '6.1.4-1' },
    'The word xref and its first subsection are parted by one end of line',
    'Save the file anew.',
  ),
  'xref-broken': rule(
    { pdf: '7.5.4-1' },
    'The cross-reference leads to every object',
    'Save the file anew with a program that repairs it.',
  ),
  'object-broken': rule({ pdf: '7.3.10-1' }, 'An object ends with endobj', 'Save the file anew.'),
  'object-spacing': rule(
    { a1: '6.1.8-1', a23: '6.1.9-1', a4: '6.1.8-1' },
    'Object number, generation number, obj and endobj are spaced as the standard says',
    'Save the file anew.',
  ),
  'hex-odd': rule(
    { a1: '6.1.6-1', a23: '6.1.6-1', a4: '6.1.5-1' },
    'Hexadecimal strings have an even number of digits',
    'Add a digit.',
  ),
  'hex-digits': rule(
    { a1: '6.1.6-2', a23: '6.1.6-2', a4: '6.1.5-2' },
    'Hexadecimal strings hold nothing but digits',
    'Write digits only.',
  ),
  'stream-length': rule(
    { pdf: '7.3.8.2-1', a1: '6.1.7-1', a23: '6.1.7.1-1', a4: '6.1.6.1-1' },
    'Length of a stream is the number of its bytes',
    'Set Length to the number of bytes.',
  ),
  'stream-keywords': rule(
    { a1: '6.1.7-2', a23: '6.1.7.1-2' },
    'The word stream is followed, and endstream preceded, by an end of line',
    'Save the file anew.',
  ),
  'stream-broken': rule(
    { pdf: '7.4.1-1' },
    'The data of a stream can be unpacked',
    'Make the stream anew: its data are damaged.',
  ),
  'stream-outside': rule(
    { a1: '6.1.7-3', a23: '6.1.7.1-3', a4: '6.1.6.1-2' },
    'The data of a stream lie in the file',
    'Take the data into the file and F, FFilter and FDecodeParms away.',
  ),
  filter: rule(
    { a1: '6.1.10-1', a23: '6.1.7.2-1', a4: '6.1.6.2-1' },
    'Streams are packed by filters that the standard allows',
    'Pack the data by FlateDecode.',
  ),
  'integer-range': rule(
    { a1: '6.1.12-1', a23: '6.1.13-1' },
    'Integers have 32 bits',
    'Write a smaller number.',
  ),
  'real-range': rule({ a23: '6.1.13-2' }, 'Numbers are within ±3.403e38', 'Write a smaller number.'),
  'real-small': rule({ a23: '6.1.13-5' }, 'Numbers are not closer to zero than 1.175e-38', 'Write 0.'),
  'string-length': rule({ a23: '6.1.13-3' }, 'Strings have 32 767 bytes at most', 'Split the string.'),
  'name-length': rule(
    { a1: '6.1.12-4', a23: '6.1.13-4' },
    'Names have 127 bytes at most',
    'Choose a shorter name.',
  ),
  'array-length': rule({ a1: '6.1.12-5' }, 'Arrays have 8191 items at most', 'Split the array.'),
  'dictionary-length': rule({ a1: '6.1.12-6' }, 'Dictionaries have 4095 entries at most', 'Split it.'),
  'object-count': rule(
    { a1: '6.1.12-7', a23: '6.1.13-7' },
    'A file has 8 388 607 objects at most',
    'Split the file.',
  ),
  metadata: rule(
    {
      a1: '6.7.2-1',
      a23: '6.6.2.1-1',
      a4: '6.7.2.1-1',
      ua1: '7.1-8',
      ua2: '8.11.1-2',
      x4: 'metadata',
    },
    'The catalog has a metadata stream of type XML',
    'Add XMP metadata as the catalog’s Metadata.',
  ),
  'xmp-syntax': rule(
    { pdf: '14.3.2-1', a1: '6.7.9-1', a23: '6.6.2.1-4', a4: '6.7.2.1-4' },
    'XMP is well-formed',
    'Write the packet anew as XML and RDF.',
  ),
  'xmp-encoding': rule(
    { a23: '6.6.2.1-5', a4: '6.7.2.1-5' },
    'XMP is written in UTF-8',
    'Write the packet in UTF-8.',
  ),
  'xmp-bytes': rule(
    { a1: '6.7.5-1', a23: '6.6.2.1-2', a4: '6.7.2.1-2' },
    'The head of the XMP packet has no attribute bytes',
    'Leave it out.',
  ),
  'xmp-encoding-attribute': rule(
    { a1: '6.7.5-2', a23: '6.6.2.1-3', a4: '6.7.2.1-3' },
    'The head of the XMP packet has no attribute encoding',
    'Leave it out.',
  ),
  'xmp-filter': rule({ a1: '6.7.2-2' }, 'The metadata stream is not packed', 'Write it without a filter.'),
  'xmp-title': rule(
    { ua1: '7.1-9', ua2: '8.11.1-1', x4: 'title' },
    'XMP gives the title of the document',
    'Write dc:title.',
  ),
  'xmp-undescribed': rule(
    { a1: '6.7.9-2', a23: '6.6.2.3.1-1' },
    'Every XMP property is of a known schema, or described in the file',
    'Describe the property in a pdfaExtension schema, or leave it out.',
  ),
  'xmp-description': rule(
    { a1: '6.7.8-7', a23: '6.6.2.3.3-7' },
    'Described schemas have name, namespace and prefix, their properties name, type, category and description',
    'Complete the description.',
  ),
  'claim-part': rule(
    { a1: '6.7.11-2', a23: '6.6.4-2', a4: '6.7.3-2', ua1: '5-2', ua2: '5-2' },
    'The part of the standard is one that there is',
    'Name a part that exists.',
  ),
  'claim-level': rule(
    { a1: '6.7.11-3', a23: '6.6.4-3', a4: '6.7.3-3' },
    'The level of PDF/A is one that the part has',
    'Write A or B, from part 2 on also U; nothing, E or F for part 4.',
  ),
  'claim-prefix': rule(
    { a1: '6.7.11-4', a23: '6.6.4-4', a4: '6.7.3-4', ua1: '5-3', ua2: '5-3' },
    'The claim is written with the prefix of its schema',
    'Use the prefix pdfaid or pdfuaid.',
  ),
  'claim-year': rule(
    { a4: '6.7.3-5', ua2: '5-5' },
    'The claim names the year of the standard',
    'Write rev with four digits.',
  ),
  'info-differs': rule(
    { pdf: '14.3.3-1', a1: '6.7.3-2', x4: 'info' },
    'Info and XMP say the same',
    'Write both from one record.',
  ),
  'info-present': rule(
    { a4: '6.1.3-4' },
    'There is no Info, unless the catalog has PieceInfo',
    'Leave Info out: XMP says it all.',
  ),
  version: rule(
    { a4: '6.1.12-1', x4: 'version' },
    'The version of the catalog fits the standard',
    'Leave Version out of the catalog, or let it begin with 2 for PDF/A-4; PDF/X-4 is PDF 1.6.',
  ),
  'mark-info': rule(
    { a1: '6.8.2.2-1', a23: '6.7.2.2-1', ua1: '6.2-1' },
    'MarkInfo says that the content is marked',
    'Set Marked to true in the catalog’s MarkInfo.',
    'A',
  ),
  suspects: rule({ ua1: '7.1-4' }, 'Tags are not suspect', 'Check the tags and take Suspects away.'),
  'structure-root': rule(
    { a1: '6.8.3.3-1', a23: '6.7.3.3-1', ua1: '7.1-11', ua2: '8.2.1-1' },
    'The catalog has a structure tree',
    'Tag the document.',
    'A',
  ),
  'display-title': rule(
    { ua1: '7.1-10', ua2: '8.11.2-1' },
    'ViewerPreferences let a viewer show the title',
    'Set DisplayDocTitle to true.',
  ),
  language: rule(
    { ua1: '7.2-34', ua2: '8.4.4-1' },
    'The language of all text is told',
    'Give the catalog a Lang.',
  ),
  'language-tag': rule(
    { a1: '6.8.4-1', a23: '6.7.4-1', ua1: '7.2-29', ua2: '8.4.4-2' },
    'Languages are told by language tags',
    'Write a tag such as en or pt-BR.',
    'A',
  ),
  'intent-profile': rule(
    { a1: '6.2.2-1', a23: '6.2.3-1', a4: '6.2.3-1', x4: 'intent-profile' },
    'The profile of an output intent is one of a printer or a screen, in RGB, CMYK or grey',
    'Embed another ICC profile.',
  ),
  'intent-profiles': rule(
    { a1: '6.2.2-2', a23: '6.2.3-2', a4: '6.2.3-2' },
    'All output intents have the same profile',
    'Let them refer to one profile.',
  ),
  'intent-reference': rule(
    { a23: '6.2.3-3', a4: '6.2.3-3' },
    'The profile of an output intent lies in the file',
    'Embed it as DestOutputProfile and take DestOutputProfileRef away.',
  ),
  'x-intent': rule(
    { x4: 'intent' },
    'One output intent is of the kind GTS_PDFX and names its printing condition',
    'Add it, with OutputConditionIdentifier and the profile of the press.',
  ),
  trapped: rule(
    { x4: 'trapped' },
    'Info says whether the file is trapped',
    'Write Trapped as /True or /False into Info.',
  ),
  'x-dates': rule(
    { x4: 'dates' },
    'XMP tells when the file was made and changed, and which document and version it is',
    'Write xmp:CreateDate, ModifyDate and MetadataDate, xmpMM:DocumentID, VersionID and RenditionClass.',
  ),
  action: rule(
    { a1: '6.6.1-1', a23: '6.5.1-1', a4: '6.6.1-1', x4: 'action' },
    'Actions are of kinds that the standard allows',
    'Take the action away.',
  ),
  'named-action': rule(
    { a1: '6.6.1-2', a23: '6.5.1-2', a4: '6.6.1-2' },
    'Named actions turn pages and do nothing else',
    'Take the action away.',
  ),
  'catalog-actions': rule(
    { a1: '6.6.2-3', a23: '6.5.2-1', a4: '6.6.3-1', x4: 'action' },
    'The catalog does nothing by itself',
    'Take AA out of the catalog.',
  ),
  'page-actions': rule(
    { a23: '6.5.2-2', a4: '6.6.3-1', x4: 'action' },
    'A page does nothing by itself',
    'Take AA out of the page.',
  ),
  'open-action': rule({ x4: 'action' }, 'Nothing happens when the file is opened', 'Take OpenAction away.'),
  'form-appearances': rule(
    { a1: '6.9-1', a23: '6.4.1-3', a4: '6.4.1-2' },
    'Form fields have their appearance in the file',
    'Take NeedAppearances away.',
  ),
  'form-xfa': rule(
    { a23: '6.4.2-1', a4: '6.4.2-1', ua1: '7.15-1', ua2: '8.10.1-3' },
    'There is no XFA form',
    'Take XFA out of the form.',
  ),
  'form-rendering': rule(
    { a23: '6.4.2-2', a4: '6.4.2-2' },
    'The form is shown as it stands',
    'Take NeedsRendering away.',
  ),
  permissions: rule(
    { a23: '6.1.12-1', a4: '6.1.11-1' },
    'Permissions are UR3 and DocMDP alone',
    'Take the others away.',
  ),
  'layer-name': rule(
    { a23: '6.9-1', a4: '6.10-1', ua1: '7.10-1', ua2: '8.7-1' },
    'Every arrangement of layers has a name',
    'Write Name.',
  ),
  'layer-names': rule(
    { a23: '6.9-2', a4: '6.10-2' },
    'No two arrangements of layers have one name',
    'Choose another.',
  ),
  'layer-order': rule(
    { a23: '6.9-3', a4: '6.10-3' },
    'Where layers have an order, all of them are in it',
    'List all layers in Order.',
  ),
  'layer-automatic': rule(
    { a23: '6.9-4', ua1: '7.10-2', ua2: '8.7-2' },
    'Layers are not switched by circumstances',
    'Take AS away.',
  ),
  layers: rule({ a1: '6.1.13-1' }, 'There are no layers', 'Take OCProperties away.'),
  alternates: rule(
    { a23: '6.10-1', a4: '6.11-1' },
    'There are no alternate presentations',
    'Take them away.',
  ),
  'page-steps': rule({ a23: '6.10-2', a4: '6.11-2' }, 'Pages have no steps', 'Take PresSteps away.'),
  requirements: rule(
    { a23: '6.11-1', a4: '6.12-1' },
    'The file asks for no abilities',
    'Take Requirements away.',
  ),
  attachment: rule(
    { a1: '6.1.11-1' },
    'No files are attached',
    'Take the attached files out, or claim PDF/A-3.',
  ),
  'attachment-kind': rule(
    { a2: '6.8-5' },
    'Attached files are PDF/A',
    'Take the attached files out, or claim PDF/A-3.',
  ),
  'attachment-type': rule(
    { a3: '6.8-1', a4: '6.9-1' },
    'An attached file tells its media type',
    'Write the type as Subtype of the embedded file.',
  ),
  'attachment-names': rule(
    { a23: '6.8-2', a4: '6.9-2', ua1: '7.11-1' },
    'An attached file has its name as F and as UF',
    'Write both.',
  ),
  'attachment-relation': rule(
    { a3: '6.8-3', a4: '6.9-4' },
    'An attached file says how it is related to the document',
    'Write AFRelationship: Source, Data, Alternative, Supplement or Unspecified.',
  ),
  'attachment-orphan': rule(
    { a3: '6.8-4' },
    'An attached file belongs to the document or to a part of it',
    'List it in AF of the catalog, a page or an element.',
  ),
  'attachment-description': rule({ ua2: '8.14-1' }, 'An attached file is described', 'Write Desc.'),
  destination: rule(
    { ua2: '8.8-1' },
    'Destinations within the document lead to elements of its structure',
    'Write structure destinations (SD).',
  ),
};
