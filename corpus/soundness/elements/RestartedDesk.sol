// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// As Desk, and numbers begin again where anybody says so: an order may be written over another.
contract RestartedDesk {
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

    function restart(uint256 at) external {
        require(at > 0, "zero");
        next = at;
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
