// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Orders in a mapping by number, each of which takes the next one.
contract Desk {
    enum Stage { None, Open, Done }

    struct Order {
        address maker;
        uint128 amount;
        uint128 filled;
        uint64 opened;
        Stage stage;
    }

    mapping(uint256 => Order) public orders;
    uint256 public next = 1;
    uint256 public held;

    function open(uint128 amount) external returns (uint256 id) {
        require(amount > 0, "nothing");
        id = next++;
        orders[id] = Order(msg.sender, amount, 0, uint64(block.timestamp), Stage.Open);
        held += amount;
    }

    function fill(uint256 id, uint128 part) external {
        Order storage order = orders[id];
        require(order.stage == Stage.Open, "not open");
        require(part <= order.amount - order.filled, "too much");
        order.filled += part;
        held -= part;
        if (order.filled == order.amount) order.stage = Stage.Done;
    }

    function cancel(uint256 id) external {
        Order storage order = orders[id];
        require(order.maker == msg.sender, "not yours");
        require(block.timestamp >= order.opened + 1 days, "early");
        held -= order.amount - order.filled;
        delete orders[id];
    }
}
