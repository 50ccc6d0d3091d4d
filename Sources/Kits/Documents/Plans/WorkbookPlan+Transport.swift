import CanonicalJSON

extension WorkbookPlan {
    /// The plan as a header, and the blocks of cells as parts.
    var request: Frame {
        var parts: [[UInt8]] = []
        let sheets = sheets.map { $0.transport(&parts) }
        return Frame(
            [
                "kind": "workbook", "title": .string(title), "author": .text(author), "language": .string(language),
                "date": .string(date), "sheets": .array(sheets),
                "names": .array(names.map { ["name": .string($0.name), "refersTo": .string($0.refersTo)] }),
            ], parts: parts)
    }
}

extension PlannedSheet {
    fileprivate func transport(_ parts: inout [[UInt8]]) -> JSON {
        let blocks: [JSON] = blocks.map { block in
            let kind = block.add(to: &parts)
            return [
                "row": .integer(block.row), "column": .integer(block.column), "kind": .string(kind),
                "style": .string(block.style.rawValue), "format": .string(block.format.code),
            ]
        }
        return [
            "name": .string(name), "hidden": .bool(isHidden), "widths": .array(columnWidths.map(JSON.number)),
            "cells": .array(cells.map(\.transport)), "blocks": .array(blocks),
            "merged": .array(merged.map(\.transport)), "choices": .array(choices.map(\.transport)),
            "frozen": [.integer(frozenRows), .integer(frozenColumns)], "repeatedRows": .integer(repeatedRows),
            "landscape": .bool(isLandscape), "printedColumns": printedColumns.map(JSON.integer) ?? .null,
            "heights": .array(rowHeights.sorted { $0.key < $1.key }.map { [.integer($0.key), .number($0.value)] }),
        ]
    }
}

extension PlannedArea {
    fileprivate var transport: JSON {
        [
            .integer(rows.lowerBound), .integer(columns.lowerBound), .integer(rows.upperBound),
            .integer(columns.upperBound),
        ]
    }
}

extension PlannedChoice {
    fileprivate var transport: JSON {
        [
            "area": area.transport, "values": .array(values.map(JSON.string)), "title": .text(title),
            "message": .text(message),
        ]
    }
}

extension PlannedBlock {
    /// Numbers as doubles in one part; texts as their ends and their bytes in two.
    fileprivate func add(to parts: inout [[UInt8]]) -> String {
        switch values {
        case .numbers(let numbers):
            parts.append(numbers.withUnsafeBytes(Array.init))
            return "numbers"
        case .texts(let texts):
            var bytes: [UInt8] = []
            var ends: [UInt32] = []
            for text in texts {
                bytes += text.utf8
                ends.append(UInt32(clamping: bytes.count))
            }
            parts.append(ends.withUnsafeBytes(Array.init))
            parts.append(bytes)
            return "texts"
        }
    }
}

extension PlannedCell {
    fileprivate var transport: JSON {
        var cell: [String: JSON] = [
            "at": [.integer(row), .integer(column)], "style": .string(style.rawValue), "format": .string(format.code),
        ]
        if let comment { cell["comment"] = .string(comment) }
        switch content {
        case .blank: break
        case .text(let text): cell["text"] = .string(text)
        case .number(let number): cell["number"] = finite(number)
        case .boolean(let value): cell["boolean"] = .bool(value)
        case .date(let year, let month, let day): cell["date"] = [.integer(year), .integer(month), .integer(day)]
        case .link(let text, let address):
            cell["text"] = .string(text)
            cell["address"] = .string(address)
        case .formula(let formula, let value):
            cell["formula"] = .string(formula)
            switch value {
            case .number(let number): cell["value"] = finite(number)
            case .text(let text): cell["value"] = .string(text)
            case .boolean(let value): cell["value"] = .bool(value)
            }
        }
        return .object(cell)
    }
}

/// JSON has no infinity; a cell can't show one either.
private func finite(_ number: Double) -> JSON { number.isFinite ? .number(number) : .null }
