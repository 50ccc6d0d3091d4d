package import Web
package import Words

/// Who may do what. This table is the one place that says so: routes name a permission, people have roles.
package enum RoleMatrix {
    package struct Line: Sendable {
        package let permission: Permission
        /// What it allows, as the page says it.
        package let words: Phrase
        package let roles: Set<Role>
    }

    package static let lines: [Line] = [
        line(.seeWork, "See workbooks, drafts and what is being made", .owner, .editor, .contributor, .reader, .guest),
        line(.addRecords, "Upload a workbook, say what it means, take it back", .owner, .editor, .contributor),
        line(.seeRows, "Download the working copy, with a row for each person", .owner, .editor, .contributor),
        line(.makeAccounts, "Make drafts of accounts", .owner, .editor),
        line(.publish, "Publish, correct and withdraw accounts", .owner, .editor),
        line(.seeMembers, "See who belongs to the organisation, and who may do what", .owner, .editor, .reader),
        line(.runOrganisation, "Invite people, change what they may do, end it", .owner),
        line(
            .seePlace, "See which organisations are in the place", .owner, .editor, .contributor, .reader, .facilitator),
        line(.seeTrail, "See who changed what, when and from where", .owner),
        line(.convene, "Bring organisations into the place", .facilitator),
        line(
            .keepLists, "Bring lists of words of one’s own, and say what they mean in other words", .owner, .editor,
            .facilitator),
        line(.keepLanguage, "Keep the shared words: load lists, adopt, merge, split and retire concepts", .facilitator),
    ]

    /// What a person may do who has these roles.
    package static func permissions(of roles: some Sequence<Role>) -> Set<Permission> {
        roles.reduce(into: []) { $0.formUnion(byRole[$1] ?? []) }
    }

    /// Looked up for each request, so kept.
    private static let byRole = lines.reduce(into: [Role: Set<Permission>]()) { table, line in
        for role in line.roles { table[role, default: []].insert(line.permission) }
    }

    private static func line(_ permission: Permission, _ words: Phrase, _ roles: Role...) -> Line {
        Line(permission: permission, words: words, roles: Set(roles))
    }
}

extension Permission {
    package static let seeWork = Permission("see work")
    package static let addRecords = Permission("add records")
    package static let seeRows = Permission("see rows")
    package static let makeAccounts = Permission("make accounts")
    package static let publish = Permission("publish")
    package static let seeMembers = Permission("see members")
    package static let runOrganisation = Permission("run organisation")
    package static let seePlace = Permission("see place")
    package static let seeTrail = Permission("see trail")
    package static let convene = Permission("convene")
    package static let keepLists = Permission("keep lists")
    package static let keepLanguage = Permission("keep language")
}
