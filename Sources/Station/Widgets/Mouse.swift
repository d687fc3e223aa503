import Terminal

/// The mouse: everything it does can be done by key too.
extension Model {
    mutating func handle(_ event: MouseEvent) -> [Effect] {
        switch (event.action, event.button) {
        case (.wheelUp, _): handle(.up)
        case (.wheelDown, _): handle(.down)
        case (.press, .left): press(x: event.x, y: event.y)
        default: []
        }
    }

    private mutating func press(x: Int, y: Int) -> [Effect] {
        if y == size.rows - 1 {
            guard let item = footerItems.first(where: { x >= $0.x && x < $0.x + $0.width }) else { return [] }
            return perform(item.command)
        }
        guard layers.isEmpty else { return [] }
        switch screen {
        case .scanDesk: return pressDesk(x: x, y: y)
        case .register:
            if let index = row(registerList, register.list, count: register.total, x: x, y: y) {
                let isSecond = index == register.list.selected
                register.list.select(index, count: register.total)
                return isSecond ? handle(.enter) : []
            }
        case .boxes:
            if let index = row(boxesList, boxes.list, count: boxes.total, x: x, y: y) {
                boxes.list.select(index, count: boxes.total)
                return lookAtBox()
            }
        case .queue:
            let count = queue.status?.lines.count ?? 0
            if let index = row(queueList, queue.list, count: count, x: x, y: y) { queue.list.select(index, count: count) }
        case .withheldAll:
            let count = withheldAll.lines.count
            if let index = row(withheldAllRect, withheldAll.list, count: count, x: x, y: y) { withheldAll.list.select(index, count: count) }
        case .setup, .reader, .correction, .sample, .search, .export: break
        }
        return []
    }

    private mutating func pressDesk(x: Int, y: Int) -> [Effect] {
        let layout = deskLayout
        let inside = layout.strip.inside
        guard inside.contains(x: x, y: y) else { return [] }
        let items = visibleStrip(layout)
        let at = items.startIndex + (x - inside.x) / layout.tileWidth
        if items.indices.contains(at), case .page(let index) = items[at] { desk.moveCursor(to: index) }
        return []
    }

    private func row(_ rect: Rect, _ list: ListState, count: Int, x: Int, y: Int) -> Int? {
        guard rect.contains(x: x, y: y) else { return nil }
        let visible = list.visible(count: count, height: rect.height)
        let index = visible.lowerBound + y - rect.y
        return visible.contains(index) ? index : nil
    }
}
