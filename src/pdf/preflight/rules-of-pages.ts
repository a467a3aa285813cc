import type { PageRuleKey } from './rule-key.ts';
import { rule, type Rule } from './rule.ts';

/** Rules on pages, their content, pictures and colours. */
export const PAGE_RULES: Readonly<Record<PageRuleKey, Rule>> = {
  'page-count': rule({ pdf: '7.7.3.2-1' }, 'There are pages', 'Make the file anew: its pages are lost.'),
  'page-size': rule(
    { a23: '6.1.13-11' },
    'The boxes of a page measure 3 to 14 400 units',
    'Choose another size.',
  ),
  'page-media': rule({ pdf: '14.11.2-1' }, 'A page has a MediaBox', 'Give it one.'),
  'page-trim': rule({ x4: 'trim-box' }, 'A page has either a TrimBox or an ArtBox', 'Write the TrimBox.'),
  'page-boxes': rule(
    { x4: 'boxes' },
    'The TrimBox lies in the BleedBox, and that in the MediaBox',
    'Correct the boxes.',
  ),
  'bleed-annotation': rule(
    { x4: 'annotation' },
    'No annotation reaches into the BleedBox',
    'Take it away, or put it outside of what is printed.',
  ),
  'content-syntax': rule({ pdf: '7.8.2-1' }, 'The content of a page can be read', 'Make the page anew.'),
  'content-nesting': rule(
    { pdf: '14.6.1-1' },
    'Marked content, text objects and saved states are nested',
    'Close what was opened, in turn.',
  ),
  'state-depth': rule(
    { a1: '6.1.12-8', a23: '6.1.13-8' },
    'States are saved 28 deep at most',
    'Restore states sooner.',
  ),
  operator: rule(
    { a1: '6.2.10-1', a23: '6.2.2-1', a4: '6.2.2-1' },
    'Content has no operators but those of PDF',
    'Take the operator away.',
  ),
  'resources-own': rule(
    { a23: '6.2.2-2', a4: '6.2.2-2' },
    'Content has Resources of its own',
    'Give the page or the form its own Resources.',
  ),
  'resource-missing': rule(
    { pdf: '7.8.3-1', a4: '6.2.2-3' },
    'What content names is in its Resources',
    'Add the missing resource.',
  ),
  untagged: rule(
    { ua1: '7.1-3', ua2: '8.2.2-1' },
    'All content is tagged, or marked as an artifact',
    'Tag it, or mark it as Artifact.',
  ),
  'artifact-in-tag': rule(
    { ua1: '7.1-1' },
    'No artifact stands inside of tagged content',
    'Close the tag first.',
  ),
  'tag-in-artifact': rule(
    { ua1: '7.1-2' },
    'No tagged content stands inside of an artifact',
    'Close the artifact first.',
  ),
  'form-shared': rule(
    { ua1: '7.20-2' },
    'A form with tagged content is painted once',
    'Tag where the form is painted, not in it.',
  ),
  'device-rgb': rule(
    { a1: '6.2.3.3-1', a23: '6.2.4.3-2', a4: '6.2.4.3-2', x4: 'device-rgb' },
    'RGB without a profile is used only where the output intent is RGB',
    'Give the colour a profile, or change the output intent.',
  ),
  'device-cmyk': rule(
    { a1: '6.2.3.3-2', a23: '6.2.4.3-3', a4: '6.2.4.3-3', x4: 'device-cmyk' },
    'CMYK without a profile is used only where the output intent is CMYK',
    'Give the colour a profile, or change the output intent.',
  ),
  'device-gray': rule(
    { a1: '6.2.3.3-3', a23: '6.2.4.3-4', a4: '6.2.4.3-4' },
    'Grey without a profile is used only where there is an output intent',
    'Add an output intent.',
  ),
  'icc-profile': rule(
    { a1: '6.2.3.2-1', a23: '6.2.4.2-1', a4: '6.2.4.2-1' },
    'A colour space has a sound ICC profile of version 4 at most',
    'Embed another profile.',
  ),
  'icc-components': rule(
    { pdf: '8.6.5.5-1', a1: '6.2.3.2-2' },
    'N of a colour space is the number of colours of its profile',
    'Correct N.',
  ),
  'icc-overprint': rule(
    { a23: '6.2.4.2-2', a4: '6.2.4.2-2' },
    'CMYK of a profile is not overprinted with mode 1',
    'Set OPM to 0.',
  ),
  colorants: rule(
    { a23: '6.2.4.4-1', a4: '6.2.4.4-1' },
    'Every spot colour of a DeviceN space is among its Colorants',
    'Add it.',
  ),
  'colorant-count': rule(
    { a1: '6.1.12-9', a23: '6.1.13-9' },
    'A DeviceN space has 32 inks at most (PDF/A-1: 8)',
    'Use fewer inks.',
  ),
  separations: rule(
    { a23: '6.2.4.4-2', a4: '6.2.4.4-2' },
    'A spot colour is shown in one way throughout the file',
    'Use one alternate space and tint transform for it.',
  ),
  'state-transfer': rule(
    { a1: '6.2.8-1', a23: '6.2.5-1', a4: '6.2.5-1', x4: 'transfer' },
    'A graphics state has no TR',
    'Take it away.',
  ),
  'state-transfer-2': rule(
    { a1: '6.2.8-2', a23: '6.2.5-2', a4: '6.2.5-2', x4: 'transfer' },
    'TR2 of a graphics state is Default',
    'Take it away.',
  ),
  'state-phase': rule(
    { a23: '6.2.5-3', a4: '6.2.5-3' },
    'A graphics state has no HTP (PDF/A-4: HTO)',
    'Take it away.',
  ),
  'halftone-type': rule(
    { a23: '6.2.5-4', a4: '6.2.5-4' },
    'A halftone is of type 1 or 5',
    'Take the halftone away.',
  ),
  'halftone-name': rule(
    { a23: '6.2.5-5', a4: '6.2.5-5' },
    'A halftone has no name',
    'Take HalftoneName away.',
  ),
  'rendering-intent': rule(
    { a1: '6.2.9-1', a23: '6.2.6-1' },
    'A rendering intent is one of the four of PDF',
    'Choose RelativeColorimetric, AbsoluteColorimetric, Perceptual or Saturation.',
  ),
  'blend-mode': rule(
    { a23: '6.2.10-1', a4: '6.2.9-1' },
    'A blend mode is one that PDF has',
    'Choose Normal or another mode of PDF.',
  ),
  'blend-space': rule(
    { a23: '6.2.10-2', a4: '6.2.9-2' },
    'A page with transparency has a blending space, unless there is an output intent',
    'Add an output intent.',
  ),
  'soft-mask-state': rule({ a1: '6.4-1' }, 'A graphics state has no soft mask', 'Flatten the page.'),
  'soft-mask-image': rule({ a1: '6.4-2' }, 'A picture has no soft mask', 'Flatten the picture.'),
  'group-transparent': rule({ a1: '6.4-3' }, 'There is no transparency group', 'Flatten the page.'),
  'blend-normal': rule({ a1: '6.4-4' }, 'The blend mode is Normal', 'Flatten the page.'),
  'stroke-opaque': rule({ a1: '6.4-5' }, 'Strokes are opaque', 'Flatten the page.'),
  'fill-opaque': rule({ a1: '6.4-6' }, 'Fills are opaque', 'Flatten the page.'),
  'image-alternates': rule(
    { a1: '6.2.4-1', a23: '6.2.8-1', a4: '6.2.7.1-1', x4: 'alternates' },
    'A picture has no Alternates',
    'Take them away.',
  ),
  'image-opi': rule(
    { a1: '6.2.4-2', a23: '6.2.8-2', a4: '6.2.7.1-2', x4: 'opi' },
    'A picture is no stand-in for another file',
    'Take OPI away.',
  ),
  'image-interpolate': rule(
    { a1: '6.2.4-3', a23: '6.2.8-3', a4: '6.2.7.1-3' },
    'A picture is not interpolated',
    'Set Interpolate to false.',
  ),
  'image-bits': rule(
    { a1: '6.2.4-4', a23: '6.2.8-4', a4: '6.2.7.1-4' },
    'A picture has 1, 2, 4, 8 or 16 bits a colour',
    'Store it anew.',
  ),
  'mask-bits': rule(
    { a1: '6.2.4-5', a23: '6.2.8-5', a4: '6.2.7.1-5' },
    'A mask has one bit',
    'Store it anew.',
  ),
  'inline-filter': rule(
    { a1: '6.1.10-2', a23: '6.1.10-1', a4: '6.1.9-1' },
    'A picture in the content is packed by a filter that the standard allows',
    'Pack it by FlateDecode.',
  ),
  'form-postscript': rule(
    { a1: '6.2.5-1', a23: '6.2.9-1', a4: '6.2.8.1-1', x4: 'postscript' },
    'A form is no PostScript and no stand-in for another file',
    'Take PS, Subtype2 and OPI away.',
  ),
  'form-reference': rule(
    { a1: '6.2.6-1', a23: '6.2.9-2', a4: '6.2.8.2-1', ua1: '7.20-1', x4: 'reference' },
    'A form does not show another file',
    'Take Ref away.',
  ),
  'postscript-object': rule(
    { a1: '6.2.7-1', a23: '6.2.9-3', x4: 'postscript' },
    'There is no PostScript',
    'Take the object away.',
  ),
  'tab-order': rule(
    { ua1: '7.18.3-1', ua2: '8.9.3.3-1' },
    'A page with annotations is walked through in the order of the structure',
    'Set Tabs of the page to S.',
  ),
  'annotation-type': rule(
    { a1: '6.5.2-1', a23: '6.3.1-1', a4: '6.3.1-1' },
    'Annotations are of kinds that the standard allows',
    'Take the annotation away.',
  ),
  'annotation-flags': rule(
    { a1: '6.5.3-2', a23: '6.3.2-1', a4: '6.3.2-1' },
    'An annotation has flags',
    'Set F to 4.',
  ),
  'annotation-hidden': rule(
    { a1: '6.5.3-2', a23: '6.3.2-2', a4: '6.3.2-2' },
    'An annotation is seen and printed',
    'Set F to 4.',
  ),
  'annotation-look': rule(
    { a23: '6.3.3-1', a4: '6.3.3-1' },
    'An annotation other than a link has its appearance in the file',
    'Give it an appearance (AP).',
  ),
  'annotation-looks': rule(
    { a1: '6.5.3-4', a23: '6.3.3-2', a4: '6.3.3-2' },
    'An annotation has one appearance, N',
    'Take the others away.',
  ),
  'annotation-opaque': rule({ a1: '6.5.3-1' }, 'An annotation is opaque', 'Take CA away.'),
  'widget-action': rule(
    { a1: '6.6.1-3', a23: '6.4.1-1', a4: '6.4.1-1' },
    'A form field does nothing by itself',
    'Take A and AA away.',
  ),
  'annotation-tag': rule({ ua1: '7.18.1-1', ua2: '8.9.2.3-1' }, 'An annotation is tagged Annot', 'Tag it.'),
  'annotation-text': rule({ ua1: '7.18.1-2' }, 'An annotation is described', 'Write what it is in Contents.'),
  'link-tag': rule(
    { ua1: '7.18.5-1', ua2: '8.2.5.20-1' },
    'A link is tagged Link, and link and tag lead to each other',
    'Refer to the link from a Link element (OBJR), and from its StructParent to that element.',
  ),
  'link-text': rule({ ua1: '7.18.5-2' }, 'A link is described', 'Write where it leads in Contents.'),
  'field-tag': rule({ ua1: '7.18.4-1', ua2: '8.10.1-1' }, 'A form field is tagged Form', 'Tag it.'),
  'field-text': rule({ ua1: '7.18.1-3' }, 'A form field is described', 'Write TU.'),
  'trap-network': rule({ ua1: '7.18.2-1', ua2: '8.9.2.4.15-1' }, 'There is no trap network', 'Take it away.'),
};
